package dev.halftone.testing;

class InMemoryLedgerTest extends LedgerContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }
}
