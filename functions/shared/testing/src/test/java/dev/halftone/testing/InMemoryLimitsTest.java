package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.Usages;

class InMemoryLimitsTest extends LimitsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected Submissions submissions(Plans plans) {
        return studio.submissions(Samples.economy().ceilings(), plans);
    }

    @Override
    protected Usages usages() {
        return studio.usages();
    }

    @Override
    protected void subscribe(AccountId account, String plan) {
        studio.subscribe(account, plan);
    }
}
