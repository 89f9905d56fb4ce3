package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

final class InMemorySettlements implements Settlements {

    private final InMemoryStudio studio;

    InMemorySettlements(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public boolean settle(Generation before, Generation after) {
        if (!after.state().isTerminal()) {
            throw notTerminal();
        }
        synchronized (studio) {
            InMemoryStudio.Transfer pending = studio.transfers.get(before.id().transfer());
            if (pending == null) {
                throw new PermanentFailure("ledger", "no pending transfer for " + before.id());
            }
            InMemoryStudio.Stored stored =
                    Objects.requireNonNull(studio.generations.get(before.id()));
            if (!pending.open() || stored.generation().revision() != before.revision()) {
                return false;
            }
            PendingTransfer transfer = pending.transfer();
            Account account = Objects.requireNonNull(studio.accounts.get(transfer.account()));
            JournalEntry entry =
                    switch (after.state()) {
                        case GenerationState.Succeeded state ->
                                JournalEntry.post(transfer, state.at());
                        case GenerationState.Failed state ->
                                JournalEntry.voiding(transfer, state.reason().code(), state.at());
                        case GenerationState.Accepted _,
                                GenerationState.Submitting _,
                                GenerationState.Running _,
                                GenerationState.Delivering _ ->
                                throw notTerminal();
                    };
            studio.write(entry);
            studio.accounts.put(
                    account.id(),
                    entry.kind() == JournalEntry.Kind.POST
                            ? posted(account, transfer)
                            : voided(account, transfer));
            studio.transfers.put(transfer.id(), new InMemoryStudio.Transfer(transfer, false));
            studio.generations.put(after.id(), new InMemoryStudio.Stored(after, null));
            return true;
        }
    }

    private static IllegalArgumentException notTerminal() {
        return new IllegalArgumentException("Only an end settles a transfer");
    }

    private static Account posted(Account before, PendingTransfer transfer) {
        return new Account(
                before.id(),
                before.available(),
                before.pending().minus(transfer.amount()),
                before.used().plus(transfer.amount()),
                before.granted(),
                before.buckets(),
                before.entries() + 1);
    }

    private Account voided(Account before, PendingTransfer transfer) {
        List<Bucket> buckets = new ArrayList<>(before.buckets());
        for (Drawing.Part part : transfer.drawing().parts()) {
            giveBack(buckets, part);
        }
        return new Account(
                before.id(),
                before.available().plus(transfer.amount()),
                before.pending().minus(transfer.amount()),
                before.used(),
                before.granted(),
                buckets,
                before.entries() + 1);
    }

    private void giveBack(List<Bucket> buckets, Drawing.Part part) {
        for (int index = 0; index < buckets.size(); index++) {
            Bucket bucket = buckets.get(index);
            if (bucket.grant().equals(part.grant())) {
                buckets.set(
                        index,
                        new Bucket(
                                bucket.grant(),
                                bucket.remaining().plus(part.amount()),
                                bucket.priority(),
                                bucket.grantedAt()));
                return;
            }
        }
        // A later grant removed the drained bucket.
        Grant grant = Objects.requireNonNull(studio.grants.get(part.grant()));
        buckets.add(new Bucket(part.grant(), part.amount(), grant.source().priority(), grant.at()));
    }
}
