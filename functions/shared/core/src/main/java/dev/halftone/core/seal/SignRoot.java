package dev.halftone.core.seal;

import dev.halftone.core.TransientFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs the heads of all chains that grew, in as few roots as hold them. */
public final class SignRoot {

    /** So that a proof stays short, and the proofs of a root fit into memory and one run. */
    public static final int ACCOUNTS_MAX = 10_000;

    private static final int PAGE = 100;
    // Each try loses only to another root; as many in a row are many more signers than one.
    private static final int TRIES_MAX = 16;

    private final Seals seals;
    private final Roots roots;
    private final Supplier<RootKey> key;
    private final Clock clock;
    private final int accountsMax;

    public SignRoot(Seals seals, Roots roots, Supplier<RootKey> key, Clock clock) {
        this(seals, roots, key, clock, ACCOUNTS_MAX);
    }

    /** For tests: how many heads one root may hold. */
    public SignRoot(Seals seals, Roots roots, Supplier<RootKey> key, Clock clock, int accountsMax) {
        this.seals = seals;
        this.roots = roots;
        this.key = key;
        this.clock = clock;
        this.accountsMax = accountsMax;
    }

    /**
     * What a run did.
     *
     * @param accounts how many heads its roots cover
     * @param roots how many roots
     */
    public record Signed(int accounts, int roots) {}

    /** Since when the head that waits longest waits; {@code null} if none does. */
    public @Nullable Instant oldest() {
        Instant oldest = null;
        for (int shard = 0; shard < Seals.SHARDS; shard++) {
            for (DueHead due : seals.due(DueHead.Stage.SIGN, shard, 1, null)) {
                oldest = oldest == null || due.since().isBefore(oldest) ? due.since() : oldest;
            }
        }
        return oldest;
    }

    /** Goes on until no head is left, or {@code end} is over: then it begins no further root. */
    public Signed sign(Instant end) {
        Run run = new Run(end);
        for (int shard = 0; shard < Seals.SHARDS && !run.isOver(); shard++) {
            List<DueHead> page = List.of();
            do {
                DueHead last = page.isEmpty() ? null : page.getLast();
                page = seals.due(DueHead.Stage.SIGN, shard, PAGE, last);
                page.forEach(run::add);
            } while (page.size() == PAGE && !run.isOver());
        }
        return run.end();
    }

    /** Gathers heads, and publishes a root whenever one is full. */
    private final class Run {

        private final Instant end;
        private final List<Head> heads = new ArrayList<>();
        private int accounts = 0;
        private int count = 0;

        private Run(Instant end) {
            this.end = end;
        }

        private boolean isOver() {
            return count > 0 && !clock.instant().isBefore(end);
        }

        private void add(DueHead due) {
            if (isOver()) {
                return;
            }
            heads.add(due.head());
            if (heads.size() >= accountsMax) {
                publish();
            }
        }

        private Signed end() {
            if (!heads.isEmpty() && !isOver()) {
                publish();
            }
            return new Signed(accounts, count);
        }

        private void publish() {
            SignRoot.this.publish(heads);
            accounts += heads.size();
            count++;
            heads.clear();
        }
    }

    private void publish(List<Head> heads) {
        RootKey signer = key.get();
        roots.keep(signer.published(), clock.instant());
        MerkleTree tree = MerkleTree.of(heads);
        List<Proof> proofs = tree.proofs();
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Root root = next(tree);
            if (roots.publish(signer.sign(root), proofs)) {
                for (Head head : heads) {
                    roots.covered(head, root, clock.instant());
                }
                return;
            }
        }
        throw new TransientFailure("ledger", "another signer took every number");
    }

    private Root next(MerkleTree tree) {
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        return roots.latest()
                .map(SignedRoot::root)
                .map(
                        last ->
                                new Root(
                                        last.number() + 1,
                                        tree.size(),
                                        now,
                                        last.hash(),
                                        tree.hash()))
                .orElseGet(() -> new Root(1, tree.size(), now, Root.NO_PREVIOUS, tree.hash()));
    }
}
