package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.util.Optional;

/** The subscription of each account, as the payment processor last said. */
public interface Subscriptions {

    /** Also one that has ended; strongly consistent. */
    Optional<Subscription> of(AccountId account);

    /**
     * Keeps it, unless something newer is known, and has the account's plan follow what is known;
     * an account that is not opened yet follows once this is put again.
     */
    void put(Subscription subscription);
}
