package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Bench;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Gemini API, which a key opens. */
public final class GeminiApi implements Handler {

    private static final Pattern GENERATE =
            Pattern.compile("v1beta/models/([\\w.-]{1,80}):generateContent");

    private static final Map<String, String> NO_KEY =
            Map.of(
                    "@type",
                    "type.googleapis.com/google.rpc.ErrorInfo",
                    "reason",
                    "API_KEY_INVALID");

    private final byte[] key;
    private final Content content;

    public GeminiApi(URI base, String key, Bench bench) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.content = new Content(bench, false);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String shown = exchange.header("x-goog-api-key");
        Matcher model = GENERATE.matcher(path);
        if (shown == null) {
            Content.error(exchange, 403, "PERMISSION_DENIED");
        } else if (!MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8))) {
            Content.error(exchange, 400, "INVALID_ARGUMENT", NO_KEY);
        } else if (model.matches() && exchange.method().equals("POST")) {
            content.generate(exchange, model.group(1));
        } else if (path.equals("v1beta/models") && exchange.method().equals("GET")) {
            Map<String, String> one = Map.of("name", "models/gemini-3-pro-image");
            exchange.json(200, Map.of("models", List.of(one)));
        } else {
            Content.error(exchange, 404, "NOT_FOUND");
        }
    }
}
