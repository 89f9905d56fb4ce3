package dev.halftone.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Constructs a handler and calls it as Lambda does: bytes in, bytes out. */
public final class HandlerDriver {
    public static final String REQUEST_ID = "3b1d7c2e-0000-4000-8000-00000000test";

    private static final JsonMapper MAPPER = new JsonMapper();

    private final LambdaEntry handler;

    private HandlerDriver(LambdaEntry handler) {
        this.handler = handler;
    }

    /** Constructs the handler with {@code variables} as its whole environment. */
    public static HandlerDriver start(
            Map<String, String> variables, Supplier<? extends LambdaEntry> constructor) {
        return new HandlerDriver(
                ScopedValue.where(Environment.HOSTED, variables).call(constructor::get));
    }

    public HttpAnswer http(HttpEvent event) {
        HttpAnswer answer = new HttpAnswer(MAPPER.readTree(invoke(event.bytes())));
        String[] route = event.routeKey().split(" ", 2);
        if (route.length == 2) {
            ApiAnswers.keep(
                    route[0],
                    route[1],
                    answer.status(),
                    answer.header("content-type"),
                    answer.bytes());
        }
        return answer;
    }

    public JsonNode json(byte[] event) {
        return MAPPER.readTree(invoke(event));
    }

    public byte[] invoke(byte[] event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event), output, new TestContext(REQUEST_ID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }
}
