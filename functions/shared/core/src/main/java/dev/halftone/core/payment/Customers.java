package dev.halftone.core.payment;

import dev.halftone.core.account.AccountId;
import java.util.Optional;

/** How processors name the owners of accounts. */
public interface Customers {

    /** Strongly consistent. */
    Optional<CustomerReference> of(AccountId account, String processor);

    /** Keeps the name, unless there is one: the one there then is. */
    CustomerReference keep(AccountId account, CustomerReference customer);
}
