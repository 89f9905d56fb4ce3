package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.SpentProofs;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void countsAProofOnceHoweverManyShowItTogether()
            throws InterruptedException, ExecutionException {
        SpentProofs proofs = proofs();
        int counted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> shown =
                    Collections.nCopies(AT_ONCE, () -> proofs.spend(proof, until));
            for (Future<Boolean> each : threads.invokeAll(shown)) {
                counted += each.get() ? 1 : 0;
            }
        }

        assertThat(counted).isEqualTo(1);
    }
}
