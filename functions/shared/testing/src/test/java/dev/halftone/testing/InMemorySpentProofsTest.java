package dev.halftone.testing;

import dev.halftone.core.account.SpentProofs;

class InMemorySpentProofsTest extends SpentProofsContract {

    private final InMemorySpentProofs proofs = new InMemorySpentProofs();

    @Override
    protected SpentProofs proofs() {
        return proofs;
    }
}
