package dev.halftone.testing;

import dev.halftone.core.circuit.Circuits;

class InMemoryCircuitsTest extends CircuitsContract {

    private final InMemoryCircuits circuits = new InMemoryCircuits();

    @Override
    protected Circuits circuits() {
        return circuits;
    }
}
