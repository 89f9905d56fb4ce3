package dev.halftone.testing;

class InMemoryGenerationsTest extends GenerationsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }
}
