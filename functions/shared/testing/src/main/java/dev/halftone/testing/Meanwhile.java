package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Proof;
import dev.halftone.core.seal.PublicKeyText;
import dev.halftone.core.seal.Root;
import dev.halftone.core.seal.Roots;
import dev.halftone.core.seal.SignedRoot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Roots in front of others, and something that happens just before one of them is published. */
final class Meanwhile implements Roots {

    private final SealPorts ports;
    private final Runnable happens;

    Meanwhile(SealPorts ports, Runnable happens) {
        this.ports = ports;
        this.happens = happens;
    }

    SealPorts ports() {
        return new SealPorts(ports.seals(), this, ports.checkpoints());
    }

    @Override
    public void keep(PublicKeyText key, Instant now) {
        ports.roots().keep(key, now);
    }

    @Override
    public List<PublicKeyText> keys() {
        return ports.roots().keys();
    }

    @Override
    public Optional<SignedRoot> latest() {
        return ports.roots().latest();
    }

    @Override
    public List<SignedRoot> roots(long after, int limit) {
        return ports.roots().roots(after, limit);
    }

    @Override
    public boolean publish(SignedRoot root, List<Proof> proofs) {
        happens.run();
        return ports.roots().publish(root, proofs);
    }

    @Override
    public void covered(Head head, Root root, Instant now) {
        ports.roots().covered(head, root, now);
    }

    @Override
    public Optional<Coverage> coverage(AccountId account) {
        return ports.roots().coverage(account);
    }
}
