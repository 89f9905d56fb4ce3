package dev.halftone.lambda;

import java.util.Locale;

/**
 * What went wrong, for a browser that was sent here and has none of our pages open: one sentence
 * and one way on, without a script.
 */
final class ProblemPage {
    // The answers of the API load nothing; this one loads how the other pages look.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="/icons/halftone.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/css/site.css">
              </head>
              <body>
                <main>
                  <section class="message">
                    <h1>%2$s</h1>
                    <p>%3$s</p>
                    <p><a class="button" href="/">%4$s</a></p>
                  </section>
                </main>
              </body>
            </html>
            """;

    private ProblemPage() {}

    /** All of it are sentences of ours: nothing of a request is repeated. */
    static HttpResponse of(int status, Locale language, String title, String detail, String on) {
        String page = PAGE.formatted(language.toLanguageTag(), title, detail, on);
        return HttpResponse.bytes(status, "text/html; charset=utf-8", RawBody.ofText(page))
                .withHeader("content-security-policy", POLICY)
                .withHeader("content-language", language.toLanguageTag());
    }
}
