package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.work.Bench;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Vertex AI, which a token opens that the credential's own endpoint gave out. */
public final class VertexApi implements Handler {

    private static final Pattern MODEL =
            Pattern.compile(
                    "v1/(projects/([\\w-]{1,80})/locations/[\\w-]{1,40}/publishers/google/models/"
                            + "([\\w.-]{1,80})):(\\w{1,40})");

    private final TokenDesk tokens;
    private final Content content;
    private final Films films;

    public VertexApi(URI base, String credential, Bench bench, Clock clock) {
        this.tokens = new TokenDesk(URI.create(base + "/token"), credential, clock);
        this.content = new Content(bench, true);
        this.films = new Films(bench);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        Matcher model = MODEL.matcher(path);
        boolean sends = exchange.method().equals("POST");
        if (sends && path.equals("token")) {
            tokens.exchange(exchange);
        } else if (!tokens.isGood(exchange.header("Authorization"))) {
            Content.error(exchange, 401, "UNAUTHENTICATED");
        } else if (sends && model.matches() && tokens.isProject(model.group(2))) {
            switch (model.group(4)) {
                case "generateContent" -> content.generate(exchange, model.group(3));
                case "predictLongRunning" -> films.start(exchange, model.group(1), model.group(3));
                case "fetchPredictOperation" -> films.fetch(exchange, model.group(1));
                default -> Content.error(exchange, 404, "NOT_FOUND");
            }
        } else {
            Content.error(exchange, 404, "NOT_FOUND");
        }
    }
}
