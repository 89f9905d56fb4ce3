package dev.halftone.testing;

class InMemoryCorrectionsTest extends CorrectionsContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
