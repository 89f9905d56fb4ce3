package dev.halftone.testing;

class InMemorySubmissionsTest extends SubmissionsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }
}
