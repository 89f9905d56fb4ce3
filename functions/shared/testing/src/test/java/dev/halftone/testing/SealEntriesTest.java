package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Generation;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.seal.Arrival;
import dev.halftone.core.seal.SealEntries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Protects: an account that cannot be written costs no other its line, and loses none itself. */
class SealEntriesTest {

    private final InMemoryStudio studio = new InMemoryStudio();
    private final Person first = Person.fresh();
    private final Person second = Person.fresh();

    @Test
    void asksAgainForEveryLineOfAnAccountThatCannotBeSealed() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            arrivals.add(arrival("a" + number, first, number));
            arrivals.add(arrival("b" + number, second, number));
        }

        SealEntries.Sealed sealed =
                new SealEntries(new DyingSeals(studio.seals(), 1).ports().seals(), studio.ledger())
                        .seal(arrivals, Samples.NOW);

        assertThat(sealed.lines()).isEqualTo(2);
        assertThat(sealed.failed()).containsExactly("b1", "b2");
        assertThat(sealed.failure()).isNotNull();
        assertThat(
                        new SealEntries(studio.seals().seals(), studio.ledger())
                                .seal(arrivals, Samples.NOW))
                .isEqualTo(new SealEntries.Sealed(2, List.of(), null));
    }

    /**
     * Protects: lines from before there was a stream, or that it forgot, are sealed all the same.
     */
    @Test
    void sealsWhatNobodyBroughtNewsOfBeforeTheNews() {
        studio.ledger().grant(first.welcome(300));
        for (int number = 2; number <= 250; number++) {
            Generation generation = first.generation(number, 1);
            DrawOutcome drawn =
                    studio.ledger()
                            .account(first.account())
                            .orElseThrow()
                            .draw(new Credits(1), first.now());
            studio.submissions()
                    .accept(
                            generation,
                            Samples.transfer(generation, ((DrawOutcome.Drawn) drawn).drawing()));
        }
        Arrival last = newest("last", first);

        SealEntries.Sealed sealed = seal(List.of(last));

        assertThat(sealed).isEqualTo(new SealEntries.Sealed(250, List.of(), null));
        assertThat(Provability.audit(studio.seals(), first.account(), RootKeys.first()))
                .isEqualTo(
                        Conservation.journal(studio.ledger(), first.account()).reversed().stream()
                                .map(JournalEntry::key)
                                .toList());
        assertThat(seal(List.of(last)).lines()).isZero();
    }

    /**
     * Protects: a line that was missed in the middle is found, too, when the account is next used.
     */
    @Test
    void sealsALineThatTheStreamForgot() {
        seal(List.of(arrival("1", first, 1)));
        arrival("forgotten", first, 2);

        SealEntries.Sealed sealed = seal(List.of(arrival("3", first, 3)));

        assertThat(sealed.lines()).isEqualTo(2);
        assertThat(Provability.audit(studio.seals(), first.account(), RootKeys.first())).hasSize(3);
    }

    private SealEntries.Sealed seal(List<Arrival> arrivals) {
        return new SealEntries(studio.seals().seals(), studio.ledger()).seal(arrivals, Samples.NOW);
    }

    private Arrival newest(String id, Person person) {
        return new Arrival(
                id,
                person.account(),
                Conservation.journal(studio.ledger(), person.account()).getFirst());
    }

    private Arrival arrival(String id, Person person, int number) {
        studio.ledger().grant(person.gift(number, 1));
        List<JournalEntry> journal = Conservation.journal(studio.ledger(), person.account());
        return new Arrival(id, person.account(), journal.getFirst());
    }
}
