package dev.halftone.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.halftone.lambda.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests with a variable of its own, and keeps every event for a test to look at. */
public final class EchoHandler implements RequestStreamHandler {
    static final BlockingQueue<String> EVENTS = new LinkedBlockingQueue<>();

    private final String greeting = Environment.HOSTED.get().getOrDefault("GREETING", "");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        EVENTS.add(new String(input.readAllBytes(), StandardCharsets.UTF_8));
        output.write(
                JsonMapper.shared().writeValueAsBytes(Map.of("statusCode", 200, "body", greeting)));
    }
}
