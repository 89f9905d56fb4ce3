package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

// Protects readers from documents that name files which have moved.
final class DocumentationTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern PATH =
            Pattern.compile(
                    "(functions|infra|events|\\.ci|\\.github|\\.mvn)/[\\w./-]+"
                            + "|(?:\\./)?mvnw|LICENSE|[\\w-]+\\.(yaml|toml|md)|pom\\.xml");

    static List<Path> documents() {
        List<Path> documents = new ArrayList<>();
        documents.addAll(Repository.filesEndingWith("README.md", Repository.root()));
        documents.addAll(Repository.filesEndingWith("RATIONALE.md", Repository.root()));
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathItNamesExists(Path document) {
        assertThat(document).exists();
        List<String> paths = paths(Repository.text(document));
        assertThat(paths).isNotEmpty();
        assertThat(paths.stream().filter(path -> !exists(document, path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"infra/data.yaml", "./mvnw", "samconfig.toml", "functions/site"})
    void seesPaths(String path) {
        assertThat(paths("see `" + path + "`.")).containsExactly(path);
    }

    @Test
    void noticesAPathThatIsGone() {
        assertThat(exists(Repository.file("README.md"), "infra/no-such-stack.yaml")).isFalse();
    }

    private static List<String> paths(String text) {
        Stream<String> quoted =
                QUOTED.matcher(text).results().map((MatchResult match) -> match.group(1));
        return quoted.filter(word -> PATH.matcher(word).matches())
                .filter(word -> !word.contains("/target/"))
                .toList();
    }

    /** Paths count from the root; a bare file name may also lie beside the document. */
    private static boolean exists(Path document, String path) {
        return Files.exists(Repository.file(path)) || Files.exists(document.resolveSibling(path));
    }
}
