package dev.halftone.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers in the shape that one provider gives them. */
public final class Recordings {

    private final String folder;

    public Recordings(String folder) {
        this.folder = folder;
    }

    public String text(String name) {
        String file = "/" + folder + "/" + name + ".json";
        try (InputStream in = Recordings.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
