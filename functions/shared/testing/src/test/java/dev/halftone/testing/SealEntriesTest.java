package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
                new SealEntries(new DyingSeals(studio.seals(), 1).ports().seals())
                        .seal(arrivals, Samples.NOW);

        assertThat(sealed.lines()).isEqualTo(2);
        assertThat(sealed.failed()).containsExactly("b1", "b2");
        assertThat(sealed.failure()).isNotNull();
        assertThat(new SealEntries(studio.seals().seals()).seal(arrivals, Samples.NOW))
                .isEqualTo(new SealEntries.Sealed(2, List.of(), null));
    }

    private Arrival arrival(String id, Person person, int number) {
        studio.ledger().grant(person.gift(number, 1));
        List<JournalEntry> journal = Conservation.journal(studio.ledger(), person.account());
        return new Arrival(id, person.account(), journal.getFirst());
    }
}
