package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SignedRoot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

final class InMemoryRoots implements Roots {

    private final InMemoryStudio studio;
    private final Set<PublicKeyText> keys = new LinkedHashSet<>();
    private final NavigableMap<Long, SignedRoot> roots = new TreeMap<>();
    private final Map<ProofKey, Proof> proofs = new HashMap<>();

    InMemoryRoots(InMemoryStudio studio) {
        this.studio = studio;
    }

    private record ProofKey(AccountId account, long number, String tree) {}

    @Override
    public void keep(PublicKeyText key, Instant now) {
        synchronized (studio) {
            keys.add(key);
        }
    }

    @Override
    public List<PublicKeyText> keys() {
        synchronized (studio) {
            return List.copyOf(keys);
        }
    }

    @Override
    public Optional<SignedRoot> latest() {
        synchronized (studio) {
            return Optional.ofNullable(roots.lastEntry()).map(Map.Entry::getValue);
        }
    }

    @Override
    public List<SignedRoot> roots(long after, int limit) {
        synchronized (studio) {
            return new ArrayList<>(roots.tailMap(after, false).values())
                    .stream().limit(limit).toList();
        }
    }

    @Override
    public boolean publish(SignedRoot signed, List<Proof> leaves) {
        synchronized (studio) {
            Root root = signed.root();
            for (Proof proof : leaves) {
                proofs.put(new ProofKey(proof.head().account(), root.number(), root.tree()), proof);
            }
            SignedRoot there = roots.putIfAbsent(root.number(), signed);
            return there == null || there.equals(signed);
        }
    }

    @Override
    public void covered(Head head, Root root, Instant now) {
        synchronized (studio) {
            Chains.Chain chain = studio.chains.of(head.account());
            if (chain.coverage == null
                    || (chain.coverage.root().root().number() < root.number()
                            && chain.coverage.proof().head().number() <= head.number())) {
                chain.coverage =
                        new Coverage(
                                Objects.requireNonNull(roots.get(root.number())),
                                Objects.requireNonNull(
                                        proofs.get(
                                                new ProofKey(
                                                        head.account(),
                                                        root.number(),
                                                        root.tree()))));
            }
            if (chain.stage == DueHead.Stage.SIGN && chain.head.equals(head)) {
                chain.stage = DueHead.Stage.AUDIT;
                chain.since = now;
            }
        }
    }

    @Override
    public Optional<Coverage> coverage(AccountId account) {
        synchronized (studio) {
            return Optional.ofNullable(studio.chains.of(account).coverage);
        }
    }
}
