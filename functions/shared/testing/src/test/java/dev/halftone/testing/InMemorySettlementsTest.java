package dev.halftone.testing;

class InMemorySettlementsTest extends SettlementsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }
}
