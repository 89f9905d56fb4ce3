package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
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
            return Optional.ofNullable(studio.accounts.get(id));
        }
    }

    @Override
    public GrantOutcome grant(Grant grant) {
        synchronized (studio) {
            if (studio.keys.contains(grant.key())) {
                return new GrantOutcome.AlreadyGranted();
            }
            Account before =
                    studio.accounts.getOrDefault(grant.account(), Account.empty(grant.account()));
            List<Bucket> buckets = new ArrayList<>(before.buckets());
            buckets.removeIf(bucket -> bucket.remaining().isZero());
            if (buckets.size() >= Drawing.PARTS_MAX) {
                return new GrantOutcome.TooManyBuckets();
            }
            buckets.add(grant.bucket());
            Account after =
                    new Account(
                            before.id(),
                            before.available().plus(grant.amount()),
                            before.pending(),
                            before.used(),
                            before.granted().plus(grant.amount()),
                            buckets,
                            before.entries() + 1);
            studio.keys.add(grant.key());
            studio.grants.put(grant.id(), grant);
            studio.accounts.put(grant.account(), after);
            studio.write(JournalEntry.of(grant));
            return new GrantOutcome.Granted(grant.amount());
        }
    }

    @Override
    public Page<JournalEntry> journal(AccountId account, int limit, @Nullable String cursor) {
        synchronized (studio) {
            NavigableMap<String, JournalEntry> journal = studio.journal(account).descendingMap();
            return Paging.page(journal, limit, cursor, "\\d{13}#[A-Z]+#[\\w-]+");
        }
    }
}
