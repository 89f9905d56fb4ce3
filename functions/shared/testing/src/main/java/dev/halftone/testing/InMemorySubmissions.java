package dev.halftone.testing;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import java.util.Optional;

final class InMemorySubmissions implements Submissions {

    private final InMemoryStudio studio;

    private final Ceilings ceilings;
    private final Plans plans;

    InMemorySubmissions(InMemoryStudio studio, Ceilings ceilings, Plans plans) {
        this.studio = studio;
        this.ceilings = ceilings;
        this.plans = plans;
    }

    @Override
    public Ground ground(GenerationId id, AccountId account) {
        synchronized (studio) {
            InMemoryStudio.Stored existing = studio.generations.get(id);
            return new Ground(
                    existing == null ? null : existing.generation(),
                    studio.books.account(account),
                    studio.plans.get(account));
        }
    }

    @Override
    public StoreOutcome accept(Generation generation, PendingTransfer transfer) {
        synchronized (studio) {
            InMemoryStudio.Stored existing = studio.generations.get(generation.id());
            if (existing != null) {
                return new StoreOutcome.AlreadyStored(existing.generation());
            }
            Counters counters = studio.counters;
            Optional<StoreOutcome> reached = counters.reached(generation, ceilings, plans);
            if (reached.isPresent()) {
                return reached.get();
            }
            if (!studio.books.book(Transferring.pending(transfer))) {
                return new StoreOutcome.AccountChanged();
            }
            counters.count(generation, ceilings, plans);
            studio.books.transfers.put(transfer.id(), new TransferState.Pending(transfer));
            studio.generations.put(generation.id(), new InMemoryStudio.Stored(generation, null));
            return new StoreOutcome.Stored();
        }
    }
}
