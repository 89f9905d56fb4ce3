package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.Checkpoints;
import dev.halftone.core.seal.SignedCheckpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryCheckpoints implements Checkpoints {

    private final Map<AccountId, Checkpoint> audited = new HashMap<>();
    private final Map<AccountId, SignedCheckpoint> retained = new HashMap<>();

    @Override
    public synchronized Optional<Checkpoint> audited(AccountId account) {
        return Optional.ofNullable(audited.get(account));
    }

    @Override
    public synchronized void audited(Checkpoint checkpoint) {
        audited.merge(
                checkpoint.head().account(),
                checkpoint,
                (old, fresh) -> isFurther(fresh, old) ? fresh : old);
    }

    @Override
    public synchronized Optional<SignedCheckpoint> retained(AccountId account) {
        return Optional.ofNullable(retained.get(account));
    }

    @Override
    public synchronized void retain(SignedCheckpoint signed) {
        retained.merge(
                signed.checkpoint().head().account(),
                signed,
                (old, fresh) -> isFurther(fresh.checkpoint(), old.checkpoint()) ? fresh : old);
    }

    private static boolean isFurther(Checkpoint fresh, Checkpoint old) {
        return fresh.head().number() > old.head().number();
    }
}
