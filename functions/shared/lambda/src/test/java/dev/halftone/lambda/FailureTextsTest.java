package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTextsTest {
    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void everyReasonHasASentenceInEveryLanguage(FailureReason reason) {
        Set<String> sentences = new HashSet<>();
        for (Locale locale : Languages.SPOKEN) {
            String sentence = FailureTexts.text(reason, null, locale);
            assertThat(sentence).endsWith(".").containsIgnoringCase("credits");
            sentences.add(sentence);
        }
        assertThat(sentences).hasSameSizeAs(Languages.SPOKEN);
    }

    // Protects: who is refused reads whether it was the words or what was made of them.
    @ParameterizedTest
    @EnumSource(Objection.Side.class)
    void saysWhatTheRulesRefusedInEveryLanguage(Objection.Side side) {
        Set<String> sentences = new HashSet<>();
        for (Locale locale : Languages.SPOKEN) {
            sentences.add(FailureTexts.text(FailureReason.MODERATION, null, locale));
            sentences.add(FailureTexts.text(FailureReason.MODERATION, side, locale));
        }
        assertThat(sentences).hasSize(2 * Languages.SPOKEN.size());
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertThat(FailureTexts.text(FailureReason.TIMEOUT, null, Locale.ENGLISH))
                    .startsWith("This took");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', en",
        "de, de",
        "'de-AT,de;q=0.9,en;q=0.5', de",
        "'fr,de;q=0.5', de",
        "'en-GB,en;q=0.9,de;q=0.8', en",
        "'de;q=0.2,en;q=0.9', en",
        "fr, en",
        "*, en",
        "'de;q=bad', en",
        ";;;, en"
    })
    void answersInALanguageThatTheReaderNamed(String header, String language) {
        assertThat(Languages.choose(header).getLanguage()).isEqualTo(language);
    }
}
