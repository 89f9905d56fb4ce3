package dev.halftone.testing;

import dev.halftone.core.payment.ListWalks;

class InMemoryListWalksTest extends ListWalksContract {
    private final InMemoryListWalks walks = new InMemoryListWalks();

    @Override
    protected ListWalks walks() {
        return walks;
    }
}
