package dev.halftone.testing;

import dev.halftone.core.account.AccountEvents;

class InMemoryAccountEventsTest extends AccountEventsContract {

    private final AccountEvents events = new InMemoryAccountEvents();

    @Override
    protected AccountEvents events() {
        return events;
    }
}
