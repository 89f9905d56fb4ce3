package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.ledger.TransferState;
import dev.halftone.core.ledger.Transferring;
import java.util.Objects;

final class InMemorySettlements implements Settlements {

    private final InMemoryStudio studio;

    InMemorySettlements(InMemoryStudio studio) {
        this.studio = studio;
    }

    @Override
    public boolean settle(Generation before, Generation after, Credits charged) {
        if (!after.state().isTerminal()) {
            throw notTerminal();
        }
        synchronized (studio) {
            TransferState state = studio.books.transfers.get(before.id().transfer());
            if (state == null) {
                throw new PermanentFailure("ledger", "no pending transfer for " + before.id());
            }
            InMemoryStudio.Stored stored =
                    Objects.requireNonNull(studio.generations.get(before.id()));
            if (!(state instanceof TransferState.Pending)
                    || stored.generation().revision() != before.revision()) {
                return false;
            }
            PendingTransfer transfer = state.transfer();
            Account account = studio.books.account(transfer.account());
            switch (after.state()) {
                case GenerationState.Succeeded succeeded ->
                        end(
                                Transferring.post(transfer, charged, succeeded.at(), account),
                                new TransferState.Posted(transfer, charged, Credits.ZERO));
                case GenerationState.Failed failed ->
                        end(
                                Transferring.voiding(
                                        transfer, failed.reason().code(), failed.at(), account),
                                new TransferState.Voided(transfer));
                case GenerationState.Accepted _,
                        GenerationState.Submitting _,
                        GenerationState.Running _,
                        GenerationState.Delivering _ ->
                        throw notTerminal();
            }
            Generation kept = after.in(stored.generation().shelf().project());
            studio.generations.put(after.id(), new InMemoryStudio.Stored(kept, null));
            studio.endings.count(after);
            return true;
        }
    }

    private void end(Movement movement, TransferState state) {
        if (!studio.books.book(movement)) {
            throw new PermanentFailure("ledger", "transfer and account disagree");
        }
        studio.books.transfers.put(state.transfer().id(), state);
    }

    private static IllegalArgumentException notTerminal() {
        return new IllegalArgumentException("Only an end settles a transfer");
    }
}
