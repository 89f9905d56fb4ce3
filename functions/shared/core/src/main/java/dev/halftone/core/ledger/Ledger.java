package dev.halftone.core.ledger;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts and their journal.
 *
 * <p>Guarantees: reads are strongly consistent; a business key has its effect at most once, for
 * ever; an entry, once written, never changes; an account is at every read the sum of its entries.
 */
public interface Ledger {

    Optional<Account> account(AccountId id);

    /** Grants credits, opening the account if this is its first grant. */
    GrantOutcome grant(Grant grant);

    /** What was granted, as it was then, and how much of it was taken back since. */
    Optional<GrantState> grant(AccountId account, GrantId grant);

    /** Makes the credits spendable that waited longest for room. */
    AdmitOutcome admit(AccountId account, Instant at);

    /** Journal entries, newest first. */
    Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor);
}
