package dev.halftone.testing;

class InMemoryFreezingTest extends FreezingContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
