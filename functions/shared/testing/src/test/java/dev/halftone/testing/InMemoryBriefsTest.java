package dev.halftone.testing;

import dev.halftone.core.brief.Briefs;

class InMemoryBriefsTest extends BriefsContract {

    private final InMemoryBriefs briefs = new InMemoryBriefs();

    @Override
    protected Briefs briefs() {
        return briefs;
    }
}
