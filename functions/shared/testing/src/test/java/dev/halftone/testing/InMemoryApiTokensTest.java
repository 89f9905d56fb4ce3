package dev.halftone.testing;

import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.Sessions;

class InMemoryApiTokensTest extends ApiTokensContract {

    private final InMemorySessions stored = new InMemorySessions();

    @Override
    protected ApiTokens tokens() {
        return stored;
    }

    @Override
    protected Sessions sessions() {
        return stored;
    }
}
