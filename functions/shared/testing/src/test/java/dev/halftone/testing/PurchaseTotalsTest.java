package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.ledger.Movement;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: what somebody is shown to have bought and used is what the lines of their account say, also
 * after refunds and disputes. Method: a long random life, compared after every step and folded in
 * the end; and books with one fault each, which must be noticed.
 */
class PurchaseTotalsTest {

    private static final long SEED = 20_261_122;
    private static final int STEPS = 4_000;
    private static final int PURCHASES_MIN = STEPS / 10;

    record Planted(String fault, UnaryOperator<Movement> bend) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted("books a purchase as a gift", moving(Balance.BOUGHT, Balance.GIVEN)),
                new Planted(
                        "books what is used as expired", moving(Balance.USED, Balance.EXPIRED)));
    }

    @Test
    void areTheFoldOfTheLedgerAfterPurchasesRefundsAndDisputes() {
        InMemoryStudio studio = new InMemoryStudio();
        RandomPurchaseRun run = run(studio);

        live(run);

        run.audit();
        assertThat(run.purchases()).isGreaterThan(PURCHASES_MIN);
        assertThat(run.account().used().isZero()).isFalse();
        assertThat(run.account().balance(Balance.REVOKED).isZero()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noticesBooksThatSayOtherwise(Planted planted) {
        RandomPurchaseRun run = run(new InMemoryStudio(planted.bend()));

        assertThatThrownBy(() -> live(run)).isInstanceOf(AssertionError.class);
    }

    private static RandomPurchaseRun run(InMemoryStudio studio) {
        return new RandomPurchaseRun(studio.ports(), studio.paymentPorts(), Person.fresh(), SEED);
    }

    private static void live(RandomPurchaseRun run) {
        for (int step = 0; step < STEPS; step++) {
            run.step();
        }
    }

    private static UnaryOperator<Movement> moving(Balance from, Balance to) {
        return movement -> {
            JournalEntry entry = movement.entry();
            long amount = entry.legs().amount(from);
            Legs legs = entry.legs().and(from, -amount).and(to, amount);
            return new Movement(
                    new JournalEntry(
                            entry.account(),
                            entry.key(),
                            entry.kind(),
                            legs,
                            entry.subject(),
                            entry.reason(),
                            entry.priceVersion(),
                            entry.trace(),
                            entry.at()),
                    movement.changes(),
                    movement.requirements(),
                    movement.notes());
        };
    }
}
