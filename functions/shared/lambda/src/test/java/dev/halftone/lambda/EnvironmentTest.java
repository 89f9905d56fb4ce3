package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @Test
    void namesEveryMistakeAtOnceAndNoValue() {
        Environment environment =
                Environment.of(
                        Map.of(
                                "QUEUE_URL",
                                "value-of-queue",
                                "PREFIX",
                                "value-of-prefix",
                                "A",
                                " "));
        environment.text("A");
        environment.text("B");
        environment.uri("QUEUE_URL");
        environment.cookiePrefix("PREFIX");

        assertThatThrownBy(environment::verify)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Configuration: A is missing B is missing PREFIX is neither empty nor"
                                + " __Host- QUEUE_URL is not an http address");
    }

    @Test
    void readsWhatIsThere() {
        Environment environment =
                Environment.of(
                        Map.of("TABLE", "t", "URL", "http://127.0.0.1:8082/q", "PREFIX", ""));

        assertThat(environment.text("TABLE")).isEqualTo("t");
        assertThat(environment.uri("URL")).isEqualTo(URI.create("http://127.0.0.1:8082/q"));
        assertThat(environment.cookiePrefix("PREFIX")).isEmpty();
        assertThat(environment.optionalText("NOT_THERE")).isEmpty();
        assertThatCode(environment::verify).doesNotThrowAnyException();
        assertThat(environment.keysRead())
                .containsExactlyInAnyOrder("TABLE", "URL", "PREFIX", "NOT_THERE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/x", "/path", "http://", "http:// blank", "queue"})
    void refusesAddressesThatAreNone(String value) {
        Environment environment = Environment.of(Map.of("URL", value));
        environment.uri("URL");

        assertThatThrownBy(environment::verify).hasMessageContaining("URL is not an http address");
    }

    @Test
    void hostedVariablesTakeThePlaceOfTheProcess() {
        String read =
                ScopedValue.where(Environment.HOSTED, Map.of("TABLE", "hosted"))
                        .call(() -> Environment.current().text("TABLE"));

        assertThat(read).isEqualTo("hosted");
    }
}
