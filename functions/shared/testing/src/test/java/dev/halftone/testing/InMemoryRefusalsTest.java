package dev.halftone.testing;

import dev.halftone.core.safety.Refusals;

class InMemoryRefusalsTest extends RefusalsContract {

    private final InMemoryRefusals refusals = new InMemoryRefusals();

    @Override
    protected Refusals refusals() {
        return refusals;
    }
}
