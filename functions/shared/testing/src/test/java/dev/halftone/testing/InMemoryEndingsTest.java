package dev.halftone.testing;

import dev.halftone.core.generation.Endings;

class InMemoryEndingsTest extends EndingsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected Endings endings() {
        return studio.endings();
    }
}
