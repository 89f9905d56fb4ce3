package dev.halftone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invocation envelope of {@code events/<function>/<case>.json}, to be adapted to what a test
 * needs.
 */
public record EventFile(String text) {

    /** Reads one envelope of this repository. */
    public static EventFile read(String function, String name) {
        Path file = repository().resolve("events").resolve(function).resolve(name + ".json");
        try {
            return new EventFile(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all envelopes of one function, in their order. */
    public static List<String> names(String function) {
        String ending = ".json";
        try (Stream<Path> files = Files.list(repository().resolve("events").resolve(function))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's root, wherever in it the test runs. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("template.yaml"))
                || !Files.isDirectory(folder.resolve("events"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The test runs outside of the repository");
            }
        }
        return folder;
    }

    /**
     * The envelope with every {@code placeholder} replaced, as it stands inside a JSON string.
     *
     * @throws IllegalArgumentException if the envelope has no such text, so that no test passes on
     *     an envelope that it did not adapt
     */
    public EventFile with(String placeholder, String value) {
        if (!text.contains(placeholder)) {
            throw new IllegalArgumentException("The event has no " + placeholder);
        }
        return new EventFile(text.replace(placeholder, escaped(value)));
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
