package dev.halftone.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A function behind a schedule. Of the event it takes the time that the schedule meant. */
public final class ScheduledFunction implements Function<InputStream, byte[]> {
    private final Consumer<Instant> work;

    public ScheduledFunction(Consumer<Instant> work) {
        this.work = work;
    }

    @Override
    public byte[] apply(InputStream input) {
        return answer(Json.tree(text(input)));
    }

    byte[] answer(JsonNode event) {
        if (!event.path("source").asString("").equals("aws.scheduler")) {
            throw new IllegalArgumentException("Not an event of the scheduler");
        }
        work.accept(Instant.parse(event.path("time").asString("")));
        return Json.write(Map.of());
    }

    static String text(InputStream input) {
        try {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
