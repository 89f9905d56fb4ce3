package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.catalogue.TextTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: what is kept as a text is one whole text of a size that a page of history can bear. */
class DocumentTest {

    // The longest characters have four; JSON escapes none of those that may stand there with more.
    private static final int CHARACTER_BYTES_MAX = 4;

    @TempDir private Path folder;

    @Test
    void readsAnObjectOnOneLine() throws IOException {
        assertThat(read("{\"title\":\"Ein Leuchtturm bei D\u00e4mmerung\"}"))
                .isEqualTo("{\"title\":\"Ein Leuchtturm bei D\u00e4mmerung\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"title\":", "[]", "text", "{\n}", " {}", "{}\u0000"})
    void refusesWhatIsNone(String text) throws IOException {
        assertThat(read(text)).isNull();
    }

    @Test
    void refusesWhatIsNoTextAndWhatIsTooLong() throws IOException {
        assertThat(read("{\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1))).isNull();
        String longest = "{" + " ".repeat(Document.BYTES_MAX - 2) + "}";
        assertThat(read(longest)).isEqualTo(longest);
        assertThat(read(longest.replace("{", "{ "))).isNull();
    }

    /** Nothing that a model is asked for is refused for its size once it has been paid for. */
    @Test
    void hasRoomForTheLongestAnswerToEveryTask() {
        TextTask longestPlan = TextTask.find("storyboard-12-films").orElseThrow();
        assertThat(bytesMax(TextTask.PROMPT_WRITER.form())).isLessThan(Document.BYTES_MAX);
        assertThat(bytesMax(TextTask.STORYBOARD.form())).isLessThan(Document.BYTES_MAX);
        assertThat(bytesMax(longestPlan.form())).isLessThan(Document.BYTES_MAX);
    }

    private static int bytesMax(TextForm form) {
        return switch (form) {
            case TextForm.Words words -> words.charactersMax() * CHARACTER_BYTES_MAX + 2;
            case TextForm.Whole _ -> 11;
            case TextForm.Several several ->
                    several.countMax() * (bytesMax(several.each()) + 1) + 2;
            case TextForm.Parts parts ->
                    2
                            + parts.parts().entrySet().stream()
                                    .mapToInt(
                                            part ->
                                                    part.getKey().length()
                                                            + 4
                                                            + bytesMax(part.getValue()))
                                    .sum();
        };
    }

    private @Nullable String read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        return MediaFile.read(file, MediaKind.TEXT).map(MediaFile::document).orElse(null);
    }
}
