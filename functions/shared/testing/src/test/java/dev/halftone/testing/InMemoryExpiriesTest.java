package dev.halftone.testing;

class InMemoryExpiriesTest extends ExpiriesContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
