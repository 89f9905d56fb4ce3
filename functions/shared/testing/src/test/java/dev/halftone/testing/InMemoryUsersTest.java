package dev.halftone.testing;

import dev.halftone.core.account.Users;

class InMemoryUsersTest extends UsersContract {

    private final Users users = new InMemoryUsers();

    @Override
    protected Users users() {
        return users;
    }
}
