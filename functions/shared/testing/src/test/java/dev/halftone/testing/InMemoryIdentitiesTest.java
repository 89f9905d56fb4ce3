package dev.halftone.testing;

import dev.halftone.core.account.Identities;
import dev.halftone.core.account.Users;

class InMemoryIdentitiesTest extends IdentitiesContract {

    private final InMemoryUsers users = new InMemoryUsers();

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected Identities identities() {
        return users;
    }
}
