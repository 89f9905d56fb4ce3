package dev.halftone.testing;

class InMemoryGrantsTest extends GrantsContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
