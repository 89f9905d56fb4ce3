package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: what goes wrong is said in the language of who reads it. */
class ProblemTextsTest {
    private static final Pattern CODES =
            Pattern.compile(
                    "\\n    Code:\\n(?: {6}[^\\n]*\\n)*? {6}enum:\\n"
                            + "((?: {8}- [a-z0-9_]+\\n)+)");

    @Test
    void everyCodeOfTheApiHasAGermanSentence() throws IOException {
        assertThat(codes())
                .hasSizeGreaterThan(100)
                .allSatisfy(code -> assertThat(german(code)).as(code).endsWith("."));
    }

    @Test
    void answersInTheLanguageThatWasAskedFor() {
        Problem problem =
                Problem.of(429, "limit_reached", "The plan has no room.")
                        .with("resetsAt", "2026-11-30T00:00:00Z")
                        .error(new Problem.FieldError("model", "missing_field", "Required."));

        JsonNode german = in(Locale.GERMAN, problem);
        JsonNode english = in(Locale.ENGLISH, problem);

        assertThat(german.path("title").asString()).isEqualTo("Zu viele Anfragen");
        assertThat(german.path("detail").asString())
                .startsWith("Ihr Tarif")
                .contains("2026-11-30T00:00:00Z");
        assertThat(german.path("errors").path(0).path("detail").asString())
                .isEqualTo("Dieses Feld wird gebraucht.");
        assertThat(english.path("title").asString()).isEqualTo("Too Many Requests");
        assertThat(english.path("detail").asString()).isEqualTo("The plan has no room.");
    }

    /** Programs that know no other language still read a sentence. */
    @Test
    void keepsTheEnglishSentenceOfACodeThatALanguageLacks() {
        assertThat(ProblemTexts.text("planted", "A planted fault.", Map.of(), Locale.GERMAN))
                .isEqualTo("A planted fault.");
    }

    private static JsonNode in(Locale language, Problem problem) {
        HttpResponse response =
                Invocation.traced(
                        TraceId.derivedFrom("test"),
                        () -> Invocation.readIn(language, problem::response));
        assertThat(response.headers()).containsEntry("content-language", language.toLanguageTag());
        return Json.tree(response.body().text());
    }

    private static String german(String code) {
        return ProblemTexts.text(code, "", Map.of(), Locale.GERMAN);
    }

    private static Set<String> codes() throws IOException {
        String api =
                Files.readString(
                        EventFile.repository()
                                .resolve("functions/site/src/main/openapi/openapi.yaml"));
        Matcher found = CODES.matcher(api);
        assertThat(found.find()).isTrue();
        List<String> codes = Arrays.asList(found.group(1).strip().substring(2).split("[\\s-]+"));
        return new TreeSet<>(codes);
    }
}
