package dev.halftone.function.checkout;

import dev.halftone.core.Digest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.RawBody;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of two columns to be read and printed: no script, and nothing from anywhere else. */
final class ReceiptPage {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0"
                + " 1rem;color:#1d1b16;background:#fff}"
                + "h1{font-size:1.5rem}table{width:100%;border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.5rem"
                + " 0;border-top:1px solid #d8d4ca;overflow-wrap:anywhere}"
                + "th{font-weight:400;color:#5d594f;width:45%;padding-right:1rem}@media"
                + " print{a{color:inherit}}";
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'"
                    .formatted(
                            Base64.getEncoder()
                                    .encodeToString(
                                            Digest.sha256()
                                                    .digest(
                                                            STYLE.getBytes(
                                                                    StandardCharsets.UTF_8))));

    private final String language;
    private final String title;
    private final String heading;
    private final List<String> rows = new ArrayList<>();

    ReceiptPage(String language, String title, String heading) {
        this.language = language;
        this.title = title;
        this.heading = heading;
    }

    /** Adds a line; nothing if there is nothing to say. */
    ReceiptPage row(String name, @Nullable String value) {
        if (value != null) {
            cells(name, escaped(value));
        }
        return this;
    }

    ReceiptPage link(String name, URI to) {
        String address = escaped(to.toString());
        cells(name, "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(address, address));
        return this;
    }

    private void cells(String name, String html) {
        rows.add("<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(escaped(name), html));
    }

    HttpResponse response() {
        String html =
                """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <table>
                %s
                </table>
                </main>
                </body>
                </html>
                """
                        .formatted(
                                language,
                                escaped(title),
                                STYLE,
                                escaped(heading),
                                String.join("\n", rows));
        return HttpResponse.bytes(200, "text/html; charset=utf-8", RawBody.ofText(html))
                .withHeader("content-security-policy", POLICY)
                .withHeader("content-language", language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
