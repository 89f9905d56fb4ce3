package dev.halftone.testing;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;

class InMemorySealsTest extends SealsContract {

    private final InMemoryStudio studio = new InMemoryStudio();

    @Override
    protected StudioPorts ports() {
        return studio.ports();
    }

    @Override
    protected SealPorts seals() {
        return studio.seals();
    }

    @Override
    protected void rewrite(JournalEntry entry, String reason) {
        studio.rewrite(Tampering.reason(entry, reason));
    }

    @Override
    protected void enrich(JournalEntry entry, long credits) {
        studio.rewrite(
                Tampering.legs(
                        entry,
                        entry.legs().and(Balance.AVAILABLE, credits).and(Balance.GIVEN, -credits)));
    }

    @Override
    protected void lose(JournalEntry entry) {
        studio.lose(entry.account(), entry.key());
    }
}
