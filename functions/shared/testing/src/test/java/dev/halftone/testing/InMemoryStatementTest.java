package dev.halftone.testing;

class InMemoryStatementTest extends StatementContract {

    private final StudioPorts ports = new InMemoryStudio().ports();

    @Override
    protected StudioPorts ports() {
        return ports;
    }
}
