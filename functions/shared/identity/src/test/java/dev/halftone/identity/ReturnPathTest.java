package dev.halftone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goal: no sign-in ever ends on another origin. Method: every trick known from other systems. */
final class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "studio",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%5cevil.example",
                "/%5Cevil.example",
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/\tevil",
                "/\t/evil.example",
                "/\n/evil.example",
                "/stu dio",
                "/studio\r\nSet-Cookie: a=b",
                "/stüdio",
                "/%",
                "/a\\..\\b",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "@evil.example",
                ".evil.example",
                " /studio"
            })
    void goesHomeInsteadOf(String requested) {
        assertThat(ReturnPath.orHome(requested)).isEqualTo(ReturnPath.HOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/studio/42",
                "/?model=nano-banana-pro",
                "/#/history",
                "/a?to=https://b.example"
            })
    void goesBackTo(String requested) {
        assertThat(ReturnPath.orHome(requested).value()).isEqualTo(requested);
    }

    @Test
    void goesHomeWithoutARequest() {
        assertThat(ReturnPath.orHome(null)).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void refusesAPathThatWouldCrowdTheHeaders() {
        assertThat(ReturnPath.orHome("/" + "a".repeat(511)).value()).hasSize(512);
        assertThat(ReturnPath.orHome("/" + "a".repeat(512))).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void cannotHoldAnotherOrigin() {
        assertThatThrownBy(() -> new ReturnPath("//evil.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
