package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

final class InMemorySubmissions implements Submissions {

    private final InMemoryStudio studio;

    InMemorySubmissions(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public Ground ground(GenerationId id, AccountId account) {
        synchronized (studio) {
            InMemoryStudio.Stored existing = studio.generations.get(id);
            return new Ground(
                    existing == null ? null : existing.generation(),
                    studio.accounts.getOrDefault(account, Account.empty(account)));
        }
    }

    @Override
    public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
        synchronized (studio) {
            InMemoryStudio.Stored existing = studio.generations.get(generation.id());
            if (existing != null) {
                return new StoreOutcome.AlreadyStored(existing.generation());
            }
            Account before = studio.accounts.get(transfer.account());
            if (before == null || !covers(before, transfer.drawing())) {
                return new StoreOutcome.AccountChanged();
            }
            studio.write(JournalEntry.of(transfer));
            studio.accounts.put(before.id(), drawn(before, transfer.drawing()));
            studio.transfers.put(transfer.id(), new InMemoryStudio.Transfer(transfer, true));
            studio.generations.put(generation.id(), new InMemoryStudio.Stored(generation, null));
            return new StoreOutcome.Stored();
        }
    }

    private static boolean covers(Account account, Drawing drawing) {
        Map<GrantId, Credits> remaining =
                account.buckets().stream()
                        .collect(Collectors.toMap(Bucket::grant, Bucket::remaining));
        return !account.available().isLessThan(drawing.total())
                && drawing.parts().stream()
                        .noneMatch(
                                part ->
                                        remaining
                                                .getOrDefault(part.grant(), Credits.ZERO)
                                                .isLessThan(part.amount()));
    }

    private static Account drawn(Account before, Drawing drawing) {
        Map<GrantId, Credits> parts =
                drawing.parts().stream()
                        .collect(Collectors.toMap(Drawing.Part::grant, Drawing.Part::amount));
        List<Bucket> buckets =
                before.buckets().stream()
                        .map(
                                bucket ->
                                        new Bucket(
                                                bucket.grant(),
                                                bucket.remaining()
                                                        .minus(
                                                                parts.getOrDefault(
                                                                        bucket.grant(),
                                                                        Credits.ZERO)),
                                                bucket.priority(),
                                                bucket.grantedAt()))
                        .toList();
        return new Account(
                before.id(),
                before.available().minus(drawing.total()),
                before.pending().plus(drawing.total()),
                before.used(),
                before.granted(),
                buckets,
                before.entries() + 1);
    }
}
