package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.JournalEntry;
import java.util.List;

/**
 * Goal: what is proved on the store in memory is true of the other one. Method: both are asked the
 * same things in the same random order, and must answer the same, hold the same account after each,
 * and have written the same journal in the end.
 */
public final class LedgerConformance {

    private LedgerConformance() {}

    /** Compares a store with the one in memory, and returns how many lines they both wrote. */
    public static int check(StudioPorts store, long seed, int steps) {
        Person person = Person.fresh();
        StudioPorts memory = new InMemoryStudio().ports();
        RandomLedgerRun expected = new RandomLedgerRun(memory, person, seed);
        RandomLedgerRun actual = new RandomLedgerRun(store, person, seed);
        for (int step = 0; step < steps; step++) {
            String where = "seed %d, step %d".formatted(seed, step);
            assertThat(actual.step()).as(where).isEqualTo(expected.step());
            Account account = actual.account();
            assertThat(account).as(where).isEqualTo(expected.account());
        }
        List<JournalEntry> journal = Conservation.journal(store.ledger(), person.account());
        assertThat(journal).isEqualTo(Conservation.journal(memory.ledger(), person.account()));
        Conservation.audit(store.ledger(), person.account());
        return journal.size();
    }

    /** The same of purchases, refunds and disputes; returns how many purchases there were. */
    public static int checkPurchases(
            StudioPorts store, PaymentPorts payments, long seed, int steps) {
        Person person = Person.fresh();
        InMemoryStudio memory = new InMemoryStudio();
        RandomPurchaseRun expected =
                new RandomPurchaseRun(memory.ports(), memory.paymentPorts(), person, seed);
        RandomPurchaseRun actual = new RandomPurchaseRun(store, payments, person, seed);
        for (int step = 0; step < steps; step++) {
            String where = "seed %d, step %d".formatted(seed, step);
            assertThat(actual.step()).as(where).isEqualTo(expected.step());
            assertThat(actual.account()).as(where).isEqualTo(expected.account());
        }
        expected.audit();
        actual.audit();
        return actual.purchases();
    }
}
