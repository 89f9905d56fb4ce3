package dev.halftone.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects the log and the page from an id that is none: only 32 digits ever pass. */
class TraceIdTest {

    @Test
    void readsATraceIdOfTheStandard() {
        assertThat(TraceId.parse("4bf92f3577b34da6a3ce929d0e0e4736"))
                .contains(new TraceId("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000000000000000000000000000",
                "4BF92F3577B34DA6A3CE929D0E0E4736",
                "4bf92f3577b34da6a3ce929d0e0e473",
                "4bf92f3577b34da6a3ce929d0e0e47360",
                "4bf92f3577b34da6a3ce929d0e0e473g",
                "4bf92f3577b34da6a3ce929d0e0e4736\n",
                "\u0664bf92f3577b34da6a3ce929d0e0e473"
            })
    void refusesWhatIsNone(String text) {
        assertThat(TraceId.parse(text)).isEmpty();
        assertThatThrownBy(() -> new TraceId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void derivesTheSameTraceFromTheSameId() {
        assertThat(TraceId.derivedFrom("request-1")).isEqualTo(TraceId.derivedFrom("request-1"));
        assertThat(TraceId.derivedFrom("request-1")).isNotEqualTo(TraceId.derivedFrom("request-2"));
    }
}
