package dev.halftone.testing;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SealedLine;
import dev.halftone.core.seal.Seals;
import dev.halftone.core.seal.SignedRoot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ports in front of others, whose caller dies when it has made so many calls. */
final class DyingSeals {

    private final SealPorts ports;
    private int left;

    DyingSeals(SealPorts ports, int calls) {
        this.ports = ports;
        this.left = calls;
    }

    private <T> T alive(Supplier<T> call) {
        if (left == 0) {
            throw new TransientFailure("test", "the process is gone");
        }
        left--;
        return call.get();
    }

    private void alive(Runnable call) {
        alive(
                () -> {
                    call.run();
                    return true;
                });
    }

    SealPorts ports() {
        return new SealPorts(new Chain(), new Published(), ports.checkpoints());
    }

    private final class Chain implements Seals {

        @Override
        public int seal(AccountId account, List<JournalEntry> entries, Instant now) {
            return alive(() -> ports.seals().seal(account, entries, now));
        }

        @Override
        public List<JournalEntry> unsealed(AccountId account, List<JournalEntry> entries) {
            return ports.seals().unsealed(account, entries);
        }

        @Override
        public Optional<Head> head(AccountId account) {
            return ports.seals().head(account);
        }

        @Override
        public List<SealedLine> lines(AccountId account, long after, int limit) {
            return alive(() -> ports.seals().lines(account, after, limit));
        }

        @Override
        public List<DueHead> due(
                DueHead.Stage stage, int shard, int limit, @Nullable DueHead after) {
            return ports.seals().due(stage, shard, limit, after);
        }

        @Override
        public void audited(Head head) {
            alive(() -> ports.seals().audited(head));
        }
    }

    private final class Published implements Roots {

        @Override
        public void keep(PublicKeyText key, Instant now) {
            alive(() -> ports.roots().keep(key, now));
        }

        @Override
        public List<PublicKeyText> keys() {
            return alive(() -> ports.roots().keys());
        }

        @Override
        public Optional<SignedRoot> latest() {
            return alive(() -> ports.roots().latest());
        }

        @Override
        public List<SignedRoot> roots(long after, int limit) {
            return alive(() -> ports.roots().roots(after, limit));
        }

        @Override
        public boolean publish(SignedRoot root, List<Proof> proofs) {
            return alive(() -> ports.roots().publish(root, proofs));
        }

        @Override
        public void covered(Head head, Root root, Instant now) {
            alive(() -> ports.roots().covered(head, root, now));
        }

        @Override
        public Optional<Coverage> coverage(AccountId account) {
            return alive(() -> ports.roots().coverage(account));
        }
    }
}
