package dev.halftone.testing;

class InMemoryRootsTest extends RootsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected SealPorts seals() {
        return studio.seals();
    }
}
