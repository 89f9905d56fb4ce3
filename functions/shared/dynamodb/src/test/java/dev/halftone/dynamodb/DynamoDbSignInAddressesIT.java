package dev.halftone.dynamodb;

import dev.halftone.core.account.SignInAddresses;
import dev.halftone.testing.SignInAddressesContract;

class DynamoDbSignInAddressesIT extends SignInAddressesContract {

    @Override
    protected SignInAddresses addresses() {
        return new DynamoDbSignInAddresses(TestStack.client(), TestStack.table("SessionsTable"));
    }
}
