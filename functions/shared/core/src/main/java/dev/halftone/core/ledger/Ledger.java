package dev.halftone.core.ledger;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts and their journal.
 *
 * <p>Guarantees: reads are strongly consistent; a business key has its effect at most once, for
 * ever; an entry, once written, never changes; {@code available} is never negative at any read.
 */
public interface Ledger {

    Optional<Account> account(AccountId id);

    /** Grants credits, opening the account if this is its first grant. */
    GrantOutcome grant(Grant grant);

    /** Journal entries, newest first. */
    Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor);
}
