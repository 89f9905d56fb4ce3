package dev.halftone.testing;

class InMemoryBadInputTest extends BadInputContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
