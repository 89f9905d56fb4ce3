package dev.halftone.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this run has seen, for eyes: nothing is left of an earlier run. */
final class Screenshots {
    private static final Path FOLDER = emptied(Path.of("target", "screenshots"));

    private Screenshots() {}

    static Path of(String visit, int step, String name) {
        return FOLDER.resolve("%s-%02d-%s.png".formatted(visit, step, name));
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.png")) {
                for (Path picture : old) {
                    Files.delete(picture);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
