package dev.halftone.testing;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.generation.Submissions;

class InMemoryCeilingsTest extends CeilingsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected Submissions submissions(Ceilings ceilings) {
        return studio.submissions(ceilings);
    }
}
