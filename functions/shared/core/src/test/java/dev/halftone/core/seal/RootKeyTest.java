package dev.halftone.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Legs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Goal: what is signed is exactly what is on paper, by a pair that fits. Method: signatures that
 * {@code openssl} made with the same key; Ed25519 has but one for each text.
 */
class RootKeyTest {

    private static final Root ROOT =
            new Root(
                    7,
                    2,
                    Instant.parse("2026-11-21T15:05:00Z"),
                    Root.NO_PREVIOUS,
                    "0".repeat(63) + "1");
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    new Head(SealSamples.ACCOUNT, 2, "0".repeat(63) + "3"),
                    new Legs(
                            Map.of(
                                    Balance.GIVEN,
                                    -25L,
                                    Balance.AVAILABLE,
                                    21L,
                                    Balance.PENDING,
                                    4L)));

    private final RootKey key = SealSamples.key();

    // Protects: the signed text of a root, which verifiers put together themselves.
    @Test
    void signsARootAsOpensslDoes() {
        assertThat(key.sign(ROOT).signature())
                .isEqualTo(
                        new Signature(
                                "06e3fd8fda29bb60",
                                "D62Tzo6lSBShBUBYPMSLiAvlzhMeDqOn8OP7sdCtk9HLYTuOW4wl0RPASDZog993"
                                        + "gHl7f3KxY24reV8QYyviDQ=="));
    }

    // Protects: the signed text of a checkpoint, which verifiers put together themselves.
    @Test
    void signsACheckpointAsOpensslDoes() {
        assertThat(key.sign(CHECKPOINT).signature())
                .isEqualTo(
                        new Signature(
                                "06e3fd8fda29bb60",
                                "ijlsM2iSQykVFuFUrDYvwjga+kKoSZozVOq8saMzWIafY6shxFozouVB8FzT5PXq"
                                        + "/3RBmT15xhC5tjyfuPfoAQ=="));
    }

    // Protects: a signature counts for its own text only, and not for one of the other kind.
    @Test
    void acceptsNoSignatureOfAnotherText() {
        SignedRoot signed = key.sign(ROOT);
        Root moved = new Root(8, 2, ROOT.at(), ROOT.previous(), ROOT.tree());

        assertThat(key.verifies(signed)).isTrue();
        assertThat(key.verifies(new SignedRoot(moved, signed.signature()))).isFalse();
        assertThat(key.verifies(new SignedCheckpoint(CHECKPOINT, signed.signature()))).isFalse();
        assertThat(key.verifies(key.sign(CHECKPOINT))).isTrue();
    }

    // Protects: half a rotation stops the signing at once, instead of signing what nobody can
    // check.
    @Test
    void refusesAPairThatDoesNotMatch() {
        assertThatThrownBy(() -> read(SealSamples.PRIVATE_PEM + SealSamples.OTHER_PUBLIC_PEM))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("the private key is not that of the public key");
    }

    // Protects: a wrong parameter is named, and never shown.
    @Test
    void namesWhatIsMissingAndShowsNothingOfIt() {
        for (String text :
                List.of(
                        "",
                        SealSamples.PRIVATE_PEM,
                        SealSamples.PUBLIC_PEM,
                        SealSamples.PUBLIC_PEM
                                + SealSamples.PRIVATE_PEM.replace(
                                        "MC4CAQAwBQYDK2Vw", "MC4CAQAwBQYDK2Vu"),
                        SealSamples.PUBLIC_PEM + SealSamples.PRIVATE_PEM.replace("MC4C", "=C4C"))) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageStartingWith("ledger-key: ")
                    .hasMessageNotContaining("IJ1hsZ3v");
        }
        assertThat(key.toString()).isEqualTo("RootKey[06e3fd8fda29bb60]");
    }

    // Protects: a root is read back only from the text that was signed.
    @Test
    void readsARootAsItWasWritten() {
        assertThat(Root.parse(ROOT.text())).isEqualTo(ROOT);
        assertThatThrownBy(() -> Root.parse(ROOT.text().replace("\"number\":7", "\"number\": 7")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RootKey read(String pem) {
        return RootKey.ofPem(new SecretText(pem));
    }
}
