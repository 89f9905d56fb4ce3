package dev.halftone.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A function behind a schedule. The event says nothing of use, but must be one. */
public final class ScheduledFunction implements Function<InputStream, byte[]> {
    private final Runnable work;

    public ScheduledFunction(Runnable work) {
        this.work = work;
    }

    @Override
    public byte[] apply(InputStream input) {
        JsonNode event = Json.tree(text(input));
        if (!event.path("source").asString("").equals("aws.scheduler")) {
            throw new IllegalArgumentException("Not an event of the scheduler");
        }
        work.run();
        return Json.write(Map.of());
    }

    private static String text(InputStream input) {
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
