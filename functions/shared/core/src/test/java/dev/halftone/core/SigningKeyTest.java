package dev.halftone.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Protects: a value signed for one purpose is worthless for any other. */
class SigningKeyTest {

    private final SigningKey key =
            SigningKey.ofBase64(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void verifiesOnlyTheSameMessageAndPurpose() {
        byte[] signature = key.sign("quote.v1", "message");

        assertThat(key.verifies("quote.v1", "message", signature)).isTrue();
        assertThat(key.verifies("quote.v1", "massage", signature)).isFalse();
        assertThat(key.verifies("cursor.v1", "message", signature)).isFalse();
    }

    @Test
    void refusesAShortSecretAndNeverPrintsItself() {
        assertThatThrownBy(() -> SigningKey.ofBase64("c2hvcnQ="))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(key).hasToString("SigningKey[REDACTED]");
    }
}
