package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.privacy.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects the search: a value is found in whatever a program may have made of it. */
class CanaryTest {
    private static final String EMAIL = "somebody@example.org";

    private final Canary canary = Canary.of(Kind.EMAIL, EMAIL);

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123"})
    void isFoundInsideABase64TextAtEveryAlignment(String before) {
        byte[] bytes = (before + EMAIL + "after").getBytes(StandardCharsets.UTF_8);

        assertThat(canary.isIn(Base64.getEncoder().encodeToString(bytes))).isTrue();
        assertThat(canary.isIn(Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
    }

    @Test
    void isFoundInAQueryAsHexadecimalAndAsAHashWithoutAKey() {
        assertThat(canary.isIn("?who=somebody%40example.org&x=1")).isTrue();
        assertThat(canary.isIn(HexFormat.of().formatHex(EMAIL.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(canary.isIn("USER#" + Digest.sha256Hex(EMAIL))).isTrue();
    }

    @Test
    void isNotFoundInSomethingElse() {
        assertThat(canary.isIn("somebody at example.org")).isFalse();
    }
}
