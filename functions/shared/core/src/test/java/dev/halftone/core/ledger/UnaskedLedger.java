package dev.halftone.core.ledger;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger that nobody asks anything, but what a test adds. */
class UnaskedLedger implements Ledger {

    @Override
    public Optional<Account> account(AccountId id) {
        throw new AssertionError("not asked");
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        throw new AssertionError("not asked");
    }

    @Override
    public Optional<GrantState> grant(AccountId account, GrantId grant) {
        throw new AssertionError("not asked");
    }

    @Override
    public AdmitOutcome admit(AccountId account, Instant at) {
        throw new AssertionError("not asked");
    }

    @Override
    public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
        throw new AssertionError("not asked");
    }
}
