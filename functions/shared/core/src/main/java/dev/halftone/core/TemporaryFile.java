package dev.halftone.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that live as long as one step. */
public final class TemporaryFile {

    private TemporaryFile() {}

    /** An empty one, which whoever asked for it deletes. */
    public static Path create() {
        try {
            return Files.createTempFile("halftone", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes it if it is still there. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
