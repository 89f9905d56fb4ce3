package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantState;
import dev.halftone.core.ledger.Granting;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class InMemoryLedger implements Ledger {

    private final InMemoryStudio studio;

    InMemoryLedger(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        synchronized (studio) {
            return studio.books.knows(id)
                    ? Optional.of(studio.books.account(id))
                    : Optional.empty();
        }
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        synchronized (studio) {
            GrantState former = studio.books.grants.get(grant.id());
            if (former != null) {
                return Granting.repeated(grant, former.grant());
            }
            Decision<GrantOutcome> decision =
                    Granting.grant(grant, studio.books.account(grant.account()));
            if (decision instanceof Decision.Book<GrantOutcome>) {
                studio.books.grants.put(grant.id(), new GrantState(grant, Credits.ZERO));
            }
            return studio.books.book(decision);
        }
    }

    @Override
    public Optional<GrantState> grant(AccountId account, GrantId grant) {
        synchronized (studio) {
            return Optional.ofNullable(studio.books.grants.get(grant))
                    .filter(state -> state.grant().account().equals(account));
        }
    }

    @Override
    public AdmitOutcome admit(AccountId account, Instant at) {
        synchronized (studio) {
            return studio.books.book(Granting.admit(studio.books.account(account), at));
        }
    }

    @Override
    public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
        synchronized (studio) {
            NavigableMap<String, JournalEntry> journal =
                    studio.books.journal(account).descendingMap();
            return Paging.page(journal, limit, cursor, "\\d{13}#[A-Z]+#[\\w.:#-]+");
        }
    }
}
