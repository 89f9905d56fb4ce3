package dev.halftone.local;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Functions for tests, whose answer is computed from the event. */
final class Functions {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    @FunctionalInterface
    interface Body {
        String answer(String event, Context context) throws Exception;
    }

    private Functions() {}

    static HostedFunction answering(String answer) {
        return of((_, _) -> answer);
    }

    static HostedFunction of(Body body) {
        return of(TIMEOUT, body);
    }

    static HostedFunction of(Duration timeout, Body body) {
        FunctionDeclaration declaration =
                new FunctionDeclaration("TestFunction", "test", timeout, 512, Map.of(), List.of());
        return new HostedFunction(
                declaration,
                (input, output, context) -> {
                    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
                    output.write(answer(body, event, context).getBytes(StandardCharsets.UTF_8));
                },
                silent());
    }

    static PrintStream silent() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static String answer(Body body, String event, Context context) {
        try {
            return body.answer(event, context);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
