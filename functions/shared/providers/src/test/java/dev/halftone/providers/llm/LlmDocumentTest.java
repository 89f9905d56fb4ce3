package dev.halftone.providers.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.TextForm;
import dev.halftone.core.catalogue.TextTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: nothing is delivered that has another form than was asked for, to the last part. */
class LlmDocumentTest {

    private static final TextForm.Parts STORYBOARD =
            TextForm.Parts.of("title", new TextForm.Words(10, "A name"))
                    .and(
                            "shots",
                            new TextForm.Several(
                                    TextForm.Parts.of(
                                                    "seconds", new TextForm.Whole(2, 10, "Length"))
                                            .and("prompt", new TextForm.Words(20, "What is seen")),
                                    1,
                                    2));

    @Test
    void takesWhatFitsOnOneLine() {
        assertThat(
                        LlmDocument.of(
                                """
                                {"title": "Ten \\uD83E\\uDD8A sign",
                                 "shots": [{"seconds": 2, "prompt": "a\\nb"}, {"prompt": "c", "seconds": 10}]}
                                """,
                                STORYBOARD))
                .contains(
                        "{\"title\":\"Ten \uD83E\uDD8A sign\",\"shots\":"
                                + "[{\"seconds\":2,\"prompt\":\"a\\nb\"},"
                                + "{\"prompt\":\"c\",\"seconds\":10}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"A\"",
                "{}",
                "{\"title\":\"A\"}",
                "{\"title\":\"A\",\"shots\":[]}",
                "{\"title\":\"A\",\"shots\":{}}",
                "{\"title\":\"A\",\"shots\":[1]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":1,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":11,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":2.5,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":\"2\",\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":4294967298,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":2}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":2,\"prompt\":null}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\",\"x\":1}]}",
                "{\"title\":\"Eleven signs\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]}",
                "{\"title\":\" \",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\\u0000\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\\ud83e\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"title\":\"B\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]}",
                "{\"title\":\"A\",\"shots\":[{\"seconds\":2,\"prompt\":\"a\"}]} more"
            })
    void takesNothingElse(String text) {
        assertThat(LlmDocument.of(text, STORYBOARD)).isEmpty();
    }

    @Test
    void saysLimitsInWordsThatEveryEndpointTakes() {
        assertThat(LlmSchema.of(STORYBOARD).toString())
                .contains("no more than 10 characters", "from 2 to 10", "1 to 2 of them")
                .doesNotContain("maxLength", "minimum", "maxItems");
    }

    // Whoever asks for two shots pays for two, and has a plan of two or none.
    @Test
    void refusesAPlanOfAnotherNumberOfShotsOrOfAnotherForm() {
        String shot = "{\"title\":\"A quay\",\"prompt\":\"A quay at dawn\"}";
        TextForm two = TextTask.find("storyboard-2").orElseThrow().form();
        TextForm films = TextTask.find("storyboard-2-films").orElseThrow().form();

        assertThat(LlmDocument.of(plan(shot, shot), two)).isPresent();
        assertThat(LlmDocument.of(plan(shot), two)).isEmpty();
        assertThat(LlmDocument.of(plan(shot, shot, shot), two)).isEmpty();
        assertThat(LlmDocument.of(plan(shot, shot), films)).isEmpty();
    }

    private static String plan(String... shots) {
        return "{\"title\":\"Dawn\",\"shots\":[" + String.join(",", shots) + "]}";
    }
}
