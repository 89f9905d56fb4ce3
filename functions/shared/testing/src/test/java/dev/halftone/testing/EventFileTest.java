package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventFileTest {

    @Test
    void readsAnEnvelopeOfThisRepository() {
        assertThat(EventFile.read("generation-submit", "submit").text())
                .contains("\"routeKey\": \"POST /v1/generations\"");
    }

    @Test
    void replacesAPlaceholderAsJsonText() {
        assertThat(new EventFile("{\"body\": \"BODY\"}").with("BODY", "a \"b\" \\ c\n").text())
                .isEqualTo("{\"body\": \"a \\\"b\\\" \\\\ c\\n\"}");
    }

    @Test
    void refusesAPlaceholderThatIsNotThere() {
        assertThatThrownBy(() -> new EventFile("{}").with("BODY", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
