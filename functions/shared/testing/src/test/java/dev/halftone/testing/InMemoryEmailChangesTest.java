package dev.halftone.testing;

import dev.halftone.core.account.Users;
import dev.halftone.core.mail.EmailChanges;

class InMemoryEmailChangesTest extends EmailChangesContract {

    private final InMemoryUsers users = new InMemoryUsers();
    private final EmailChanges changes = new InMemoryEmailChanges(users);

    @Override
    protected Users users() {
        return users;
    }

    @Override
    protected EmailChanges changes() {
        return changes;
    }
}
