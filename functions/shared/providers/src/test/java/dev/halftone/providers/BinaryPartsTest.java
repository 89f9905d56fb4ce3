package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Protects: whatever an answer holds, files go to files and the memory it takes has an end. */
class BinaryPartsTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final BinaryParts parts = new BinaryParts(Set.of("file"), Set.of("memory"), 10);

    @TempDir private Path folder;

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void putsFilesAsideAndKeepsTheRest() {
        JsonNode read = read("{\"a\":[1,true,null,\"b\"],\"c\":{\"file\":\"Y29udGVudA==\"}}");

        assertThat(read.path("a").toString()).isEqualTo("[1,true,null,\"b\"]");
        assertThat(parts.move(read.at("/c/file"), folder.resolve("c"))).isTrue();
        assertThat(folder.resolve("c")).hasContent("content");
        assertThat(parts.move(read.path("a"), folder.resolve("a"))).isFalse();
    }

    @Test
    void passesOverWhatNobodyReads() {
        String memory = "A".repeat(4 * MEGABYTE);

        String answer = "{\"memory\":\"" + memory + "\",\"memory\":{\"x\":[1]},\"a\":1}";
        try (BinaryParts roomy = new BinaryParts(Set.of("file"), Set.of("memory"), MEGABYTE)) {
            assertThat(roomy.read(bytes(answer)).toString()).isEqualTo("{\"memory\":null,\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Eleven bytes of the ten that are allowed.
                "{\"file\":\"YWJjZGVmZ2hpams=\"}",
                // Nine files.
                "[{\"file\":\"\"},{\"file\":\"\"},{\"file\":\"\"},{\"file\":\"\"},{\"file\":\"\"},"
                        + "{\"file\":\"\"},{\"file\":\"\"},{\"file\":\"\"},{\"file\":\"\"}]"
            })
    void stopsAtMoreFilesThanAllowed(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(UncheckedIOException.class);
        assertThat(parts.isExceeded()).isTrue();
    }

    @Test
    void stopsAtMoreTextThanAnAnswerNeeds() {
        String answer = "[" + ("\"" + "a".repeat(MEGABYTE) + "\",").repeat(4) + "1]";

        assertThatThrownBy(() -> read(answer)).isInstanceOf(UncheckedIOException.class);
        assertThat(parts.isExceeded()).isTrue();
    }

    /** The disk of a function outlives its calls. */
    @ParameterizedTest
    @ValueSource(strings = {"[{\"file\":\"YQ==\"}]", "[{\"file\":\"YQ==\"},{\"file\":\"Y29u"})
    void leavesNoFilesBehind(String answer) {
        try (parts) {
            read(answer);
        } catch (JacksonException _) {
            // Cut short.
        }

        assertThat(parts.files()).isNotEmpty().noneMatch(Files::exists);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"file\":\"Y29u", "{\"a\":[", "{\"file\":\"no base64!\"}", "{]", "<"})
    void takesNoPartForTheWhole(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(JacksonException.class);
    }

    /** Whoever only wants to know whether there is a file does not wait for it. */
    @Test
    void glancesNoFurtherThanToTheFirstFile() {
        try (BinaryParts glance = BinaryParts.glance(Set.of("file"))) {
            JsonNode read = glance.read(bytes("{\"a\":[1,{\"file\":\"no base64 that never ends"));

            assertThat(read.at("/a/0").asInt()).isEqualTo(1);
            assertThat(read.at("/a/1/file").isBinary()).isTrue();
        }
    }

    @Test
    void endsWithWhatIsNestedTooDeep() {
        assertThatThrownBy(() -> read("[".repeat(100))).isInstanceOf(JacksonException.class);
    }

    private JsonNode read(String answer) {
        return parts.read(bytes(answer));
    }

    private static InputStream bytes(String answer) {
        return new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
    }
}
