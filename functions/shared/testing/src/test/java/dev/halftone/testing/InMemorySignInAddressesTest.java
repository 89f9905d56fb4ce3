package dev.halftone.testing;

import dev.halftone.core.account.SignInAddresses;

class InMemorySignInAddressesTest extends SignInAddressesContract {

    private final InMemorySessions stored = new InMemorySessions();

    @Override
    protected SignInAddresses addresses() {
        return stored;
    }
}
