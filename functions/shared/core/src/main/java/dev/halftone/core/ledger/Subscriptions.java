package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.util.Optional;

/** The subscription of each account, as the payment processor last said. */
public interface Subscriptions {

    /** Also one that has ended; strongly consistent. */
    Optional<Subscription> of(AccountId account);

    /** Keeps what was said last, whatever was before. */
    void put(Subscription subscription);
}
