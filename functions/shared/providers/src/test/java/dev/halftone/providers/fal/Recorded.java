package dev.halftone.providers.fal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers in the shape that fal.ai gives them. */
final class Recorded {

    private Recorded() {}

    static String text(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/fal/" + name + ".json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a queue at {@code base} would say it. */
    static String text(String name, URI base) {
        return text(name).replace("https://queue.fal.run", base.toString());
    }
}
