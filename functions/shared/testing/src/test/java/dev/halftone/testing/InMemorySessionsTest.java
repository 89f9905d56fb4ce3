package dev.halftone.testing;

import dev.halftone.core.account.Sessions;

class InMemorySessionsTest extends SessionsContract {

    private final Sessions sessions = new InMemorySessions();

    @Override
    protected Sessions sessions() {
        return sessions;
    }
}
