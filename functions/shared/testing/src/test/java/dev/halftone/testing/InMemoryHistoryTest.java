package dev.halftone.testing;

class InMemoryHistoryTest extends HistoryContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }
}
