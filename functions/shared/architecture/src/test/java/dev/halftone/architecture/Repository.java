package dev.halftone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's files, found from wherever the tests run. */
final class Repository {
    private static final Pattern MODULE = Pattern.compile("<module>(functions/[^<]+)</module>");

    private Repository() {}

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("samconfig.toml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the repository");
        }
        return folder;
    }

    static Path file(String path) {
        return root().resolve(path);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files with this ending, outside everything that a build or a tool writes. */
    static List<Path> filesEndingWith(String ending, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !isGenerated(root().relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Module folders below {@code functions}, as the parent lists them. */
    static List<String> modules() {
        return MODULE.matcher(text(file("pom.xml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static boolean isGenerated(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (name.equals("target") || name.equals(".git") || name.equals(".halftone")) {
                return true;
            }
        }
        return false;
    }
}
