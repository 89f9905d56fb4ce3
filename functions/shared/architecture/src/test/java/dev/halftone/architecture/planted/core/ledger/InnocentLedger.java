package dev.halftone.architecture.planted.core.ledger;

import java.util.List;

final class InnocentLedger {
    private final long credits;

    InnocentLedger(long credits) {
        this.credits = credits;
    }

    long total(Debits debits, List<Long> others) {
        long total = Math.addExact(credits, debits.credits());
        for (long other : others) {
            total = Math.subtractExact(total, other);
        }
        return total;
    }

    private record Debits(int credits, boolean isFinal, List<Debits> further) {}
}
