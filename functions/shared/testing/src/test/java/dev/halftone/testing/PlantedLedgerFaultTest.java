package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.BucketNote;
import dev.halftone.core.ledger.Change;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Movement;
import dev.halftone.core.ledger.Requirement;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goal: the harness sees. Method: stores with one fault each, and each must be noticed. */
class PlantedLedgerFaultTest {

    private static final long SEED = 20261121;
    private static final int STEPS = 6_000;

    record Planted(String fault, UnaryOperator<Movement> bend) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Planted> unconserved() {
        return Stream.of(
                new Planted("charges a bucket too little", without(Change.Take.class)),
                new Planted("loses what comes back", without(Change.Add.class)),
                new Planted(
                        "keeps a bucket that expired", PlantedLedgerFaultTest::keepingWhatExpired));
    }

    static Stream<Planted> nonconforming() {
        return Stream.of(
                new Planted("spends while frozen", careless(Requirement.NotFrozen.class)),
                new Planted("adds no grace", without(Change.Extend.class)),
                new Planted("forgets to freeze", without(Change.Freeze.class)),
                new Planted("forgets to thaw", without(Change.Thaw.class)),
                new Planted("finds no expiry", forgetting(BucketNote.Due.class)),
                new Planted("forgets what expired", forgetting(BucketNote.Booked.class)),
                new Planted("takes back twice", forgetting(BucketNote.TakenBack.class)),
                new Planted("writes lines too late", PlantedLedgerFaultTest::late));
    }

    @ParameterizedTest
    @MethodSource("unconserved")
    void noticesWhatIsNotConserved(Planted planted) {
        StudioPorts ports = new InMemoryStudio(planted.bend()).ports();
        RandomLedgerRun run = new RandomLedgerRun(ports, Person.fresh(), SEED);

        assertThatThrownBy(() -> run.run(STEPS)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource({"unconserved", "nonconforming"})
    void noticesAStoreThatDiffers(Planted planted) {
        StudioPorts ports = new InMemoryStudio(planted.bend()).ports();

        assertThatThrownBy(() -> LedgerConformance.check(ports, SEED, STEPS))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void acceptsAStoreThatDoesNot() {
        assertThat(LedgerConformance.check(new InMemoryStudio().ports(), SEED, STEPS)).isPositive();
    }

    @Test
    void noticesALineThatIsMissing() {
        InMemoryStudio studio = new InMemoryStudio();
        Person person = Person.fresh();
        new RandomLedgerRun(studio.ports(), person, SEED).run(200);
        Conservation.audit(studio.ledger(), person.account());

        studio.books.journal(person.account()).pollFirstEntry();

        assertThatThrownBy(() -> Conservation.audit(studio.ledger(), person.account()))
                .isInstanceOf(AssertionError.class);
    }

    private static UnaryOperator<Movement> without(Class<? extends Change> change) {
        return movement -> bent(movement, each -> !change.isInstance(each), _ -> true, _ -> true);
    }

    private static UnaryOperator<Movement> careless(Class<? extends Requirement> requirement) {
        return movement ->
                bent(movement, _ -> true, each -> !requirement.isInstance(each), _ -> true);
    }

    private static UnaryOperator<Movement> forgetting(Class<? extends BucketNote> note) {
        return movement -> bent(movement, _ -> true, _ -> true, each -> !note.isInstance(each));
    }

    private static Movement keepingWhatExpired(Movement movement) {
        return bent(
                movement,
                each -> !(each instanceof Change.Close close && close.expiresAt() != null),
                _ -> true,
                _ -> true);
    }

    private static Movement late(Movement movement) {
        JournalEntry entry = movement.entry();
        return new Movement(
                new JournalEntry(
                        entry.account(),
                        entry.key(),
                        entry.kind(),
                        entry.legs(),
                        entry.subject(),
                        entry.reason(),
                        entry.priceVersion(),
                        entry.trace(),
                        entry.at().plus(Duration.ofMillis(1))),
                movement.changes(),
                movement.requirements(),
                movement.notes());
    }

    private static Movement bent(
            Movement movement,
            Predicate<Change> changes,
            Predicate<Requirement> requirements,
            Predicate<BucketNote> notes) {
        return new Movement(
                movement.entry(),
                movement.changes().stream().filter(changes).toList(),
                movement.requirements().stream().filter(requirements).toList(),
                movement.notes().stream().filter(notes).toList());
    }
}
