package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.SpentProofs;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SpentProofs} does. */
public abstract class SpentProofsContract {

    private static final int AT_ONCE = 8;

    private final String proof = Digest.sha256Hex(UUID.randomUUID().toString());
    // In the future of every real clock, so that no store with an expiry removes it during a test.
    private final Instant until = Instant.now().plusSeconds(600);

    protected abstract SpentProofs proofs();

    @Test
    void countsAProofOnce() {
        assertThat(proofs().spend(proof, until)).isTrue();
        assertThat(proofs().spend(proof, until)).isFalse();
    }

    @Test
    void countsEveryProof() {
        proofs().spend(proof, until);

        assertThat(proofs().spend(Digest.sha256Hex(proof), until)).isTrue();
    }

    // A thief who is as fast as its owner still has no second session.
    @Test
    void countsAProofOnceHoweverManyShowItTogether() {
        SpentProofs proofs = proofs();

        assertThat(Race.run(AT_ONCE, _ -> proofs.spend(proof, until)))
                .containsOnlyOnce(true)
                .hasSize(AT_ONCE);
    }
}
