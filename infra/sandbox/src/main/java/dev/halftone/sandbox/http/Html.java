package dev.halftone.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A small page without scripts, whose only style is named by its hash in the policy. */
public final class Html {

    private static final String STYLE =
            """
            :root{color-scheme:light dark;--paper:#f6efe0;--ink:#1b2440;--line:#d9cdb4;--edge:#8b7d5e;--card:#fffaf0;--accent:#b8321f}
            @media(prefers-color-scheme:dark){:root{--paper:#12172b;--ink:#f4ecd9;--line:#343d61;--edge:#8089b0;--card:#1b2240;--accent:#ff8a6b}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;grid-template-columns:minmax(0,1fr);place-items:center;padding:1.5rem;color:var(--ink);background:radial-gradient(var(--line) 1.2px,transparent 1.4px) 0 0/14px 14px,var(--paper);font:1rem/1.5 system-ui,sans-serif}
            main{width:min(30rem,100%);background:var(--card);border:1px solid var(--line);border-radius:1.25rem;padding:2rem;box-shadow:0 1rem 3rem #0002}
            main.wide{width:min(46rem,100%)}
            h1{font-size:1.45rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}
            p{margin:.25rem 0 1rem}small,.hint{opacity:.8;font-size:.9rem}
            button,input{font:inherit;color:inherit;width:100%;border-radius:.75rem;border:1px solid var(--edge);background:transparent;padding:.7rem .9rem}
            button{cursor:pointer;display:flex;gap:.8rem;align-items:center;text-align:left;margin:.5rem 0}
            button:hover{border-color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            .dot{flex:none;width:2.4rem;height:2.4rem;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--card);font-weight:600}
            button span{min-width:0;overflow-wrap:anywhere}button .dot{min-width:2.4rem}button strong,button small{display:block}
            button.go{justify-content:center;background:var(--ink);color:var(--card);font-weight:600}
            button.quiet{justify-content:center;border-color:transparent;text-decoration:underline}
            label{display:block;margin:.6rem 0}label span{display:block;font-size:.9rem;margin-bottom:.2rem}
            label.check{display:flex;gap:.6rem;align-items:center}label.check input{width:auto}label.check span{margin:0}
            table{border-collapse:collapse;width:100%}td{border-top:1px solid var(--line);padding:.45rem .5rem .45rem 0;vertical-align:top}
            td:first-child{width:9.5rem}code{font-size:.9em}a{color:inherit}
            """;

    private Html() {}

    public static String page(String title, String mainClass, String content) {
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <title>%s</title><style>%s</style></head>
        <body><main class="%s">
        %s
        </main></body></html>
        """
                .formatted(escape(title), STYLE, mainClass, content);
    }

    /**
     * Nothing may load, frame or run. Browsers apply form-action to the redirect after a form as
     * well, so the place a form finally leads to has to be named.
     */
    public static Exchange guarded(Exchange exchange, String formTargets) {
        return exchange.with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'sha256-%s'; form-action %s; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(styleHash(), formTargets))
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String styleHash() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(sha.digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
