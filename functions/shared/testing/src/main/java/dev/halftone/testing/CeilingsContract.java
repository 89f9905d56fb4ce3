package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.generation.Submissions.Whose;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome.Drawn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** How every {@link Submissions} keeps what is spent at providers within bounds. */
public abstract class CeilingsContract extends StudioContract {

    private static final long COST = Samples.COSTS.counted().amount();
    private static final Ceilings SOME = ceilings(3 * COST, 5 * COST, 1_000 * COST, 1_000 * COST);
    private static final int DAYS_OF_200_YEARS = 73_000;

    // The counters of everybody are everybody's; a day of its own makes them this test's.
    private final LocalDate day =
            LocalDate.of(2100, 1, 1)
                    .plusDays(ThreadLocalRandom.current().nextInt(DAYS_OF_200_YEARS))
                    .withDayOfMonth(11);

    /** The same store under these ceilings. */
    protected abstract Submissions submissions(Ceilings ceilings);

    // Protects: one person cannot spend more than a day allows, not even by a millionth.
    @Test
    void refusesWhatADayDoesNotAllowOnePerson() {
        grant(person.gift(1, 100));
        for (int number = 0; number < 3; number++) {
            assertThat(accept(person, number, day, SOME)).isEqualTo(new StoreOutcome.Stored());
        }

        assertThat(accept(person, 3, day, SOME))
                .isEqualTo(new StoreOutcome.CeilingReached(Whose.USER, start(day.plusDays(1))));
    }

    // Protects: a refusal reserves nothing.
    @Test
    void changesNothingWhenACeilingIsReached() {
        grant(person.gift(1, 100));
        for (int number = 0; number < 3; number++) {
            accept(person, number, day, SOME);
        }

        accept(person, 3, day, SOME);

        assertThat(account().pending()).isEqualTo(new Credits(3));
        assertThat(ports().generations().find(at(person, 3, day).id())).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    // Protects: the next day begins anew, and the month goes on.
    @Test
    void countsTheMonthOverItsDays() {
        grant(person.gift(1, 100));
        for (int number = 0; number < 3; number++) {
            accept(person, number, day, SOME);
        }
        LocalDate next = day.plusDays(1);
        for (int number = 3; number < 5; number++) {
            assertThat(accept(person, number, next, SOME)).isEqualTo(new StoreOutcome.Stored());
        }

        assertThat(accept(person, 5, next, SOME))
                .isEqualTo(
                        new StoreOutcome.CeilingReached(
                                Whose.USER, start(day.withDayOfMonth(1).plusMonths(1))));
        assertThat(accept(person, 6, day.plusMonths(1), SOME)).isEqualTo(new StoreOutcome.Stored());
    }

    // Protects: one person's ceiling is nobody else's.
    @Test
    void countsEachPersonAlone() {
        grant(person.gift(1, 100));
        Person other = Person.fresh();
        grant(other.gift(1, 100));
        for (int number = 0; number < 4; number++) {
            accept(person, number, day, SOME);
        }

        assertThat(accept(other, 0, day, SOME)).isEqualTo(new StoreOutcome.Stored());
    }

    // Protects: who repeats a request that was accepted hears of it, whatever was spent since.
    @Test
    void answersARepeatWithItsOriginalThoughTheCeilingIsReached() {
        grant(person.gift(1, 100));
        for (int number = 0; number < 3; number++) {
            accept(person, number, day, SOME);
        }

        assertThat(accept(person, 0, day, SOME))
                .isEqualTo(new StoreOutcome.AlreadyStored(at(person, 0, day)));
    }

    // Protects: a repeat is counted once, or a lost answer would eat up the ceiling.
    @Test
    void countsARepeatOnce() {
        grant(person.gift(1, 100));
        for (int times = 0; times < 5; times++) {
            accept(person, 0, day, SOME);
        }

        assertThat(accept(person, 1, day, SOME)).isEqualTo(new StoreOutcome.Stored());
        assertThat(accept(person, 2, day, SOME)).isEqualTo(new StoreOutcome.Stored());
    }

    // Protects: what a provider may have been paid for stays counted, though its credits went back.
    @Test
    void givesNothingBackWhenTheWorkFails() {
        grant(person.gift(1, 100));
        for (int number = 0; number < 3; number++) {
            accept(person, number, day, SOME);
        }
        Generation first = at(person, 0, day);
        ports().settlements().settle(first, failed(first, FailureReason.PROVIDER_ERROR));

        assertThat(accept(person, 3, day, SOME)).isInstanceOf(StoreOutcome.CeilingReached.class);
    }

    /**
     * Goal: many at once never spend more than all may. Method: three times as many submissions of
     * different people as the counters leave room for, all at the same moment.
     */
    @Test
    void neverSpendsMoreThanAllMayThoughManySubmitAtOnce() {
        int shards = Ceilings.SHARDS;
        // Room for one each, and for a part of the next.
        Ceilings all = ceilings(COST, COST, (shards + 2) * COST, 1_000 * COST);
        List<Person> people = new ArrayList<>();
        for (int each = 0; each < shards * 3; each++) {
            Person one = Person.fresh();
            grant(one.gift(1, 1));
            people.add(one);
        }

        List<StoreOutcome> outcomes =
                Race.run(people.size(), each -> accept(people.get(each), 1, day, all));

        long stored = outcomes.stream().filter(StoreOutcome.Stored.class::isInstance).count();
        assertThat(stored).isEqualTo(shards);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof StoreOutcome.Stored))
                .allSatisfy(
                        refused ->
                                assertThat(refused)
                                        .isEqualTo(
                                                new StoreOutcome.CeilingReached(
                                                        Whose.ALL, start(day.plusDays(1)))));
    }

    /** Goal: one person's storm overshoots nothing. Method: twelve at once, room for three. */
    @Test
    void neverSpendsMoreThanOnePersonMayThoughTheySubmitAtOnce() {
        grant(person.gift(1, 100));

        List<StoreOutcome> outcomes = Race.run(12, number -> accept(person, number, day, SOME));

        assertThat(outcomes).filteredOn(StoreOutcome.Stored.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(StoreOutcome.CeilingReached.class::isInstance).hasSize(9);
    }

    /** Accepts it, from the account as it stands. */
    private StoreOutcome accept(Person whose, int number, LocalDate on, Ceilings ceilings) {
        Generation generation = at(whose, number, on);
        Drawn drawn =
                (Drawn)
                        ports().ledger()
                                .account(whose.account())
                                .orElseThrow()
                                .draw(new Credits(1), whose.now());
        return submissions(ceilings)
                .accept(generation, Samples.transfer(generation, drawn.drawing()));
    }

    /** A generation for one credit, on that day. */
    private static Generation at(Person whose, int number, LocalDate on) {
        Generation generation = whose.generation(number, 1);
        Instant noon = start(on).plusSeconds(43_200 + number);
        return new Generation(
                generation.id(),
                generation.owner(),
                generation.account(),
                generation.request(),
                generation.price(),
                noon,
                noon.plusSeconds(600),
                generation.trace(),
                generation.assignment(),
                generation.costs());
    }

    private static Instant start(LocalDate on) {
        return on.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Ceilings ceilings(long userDay, long userMonth, long allDay, long allMonth) {
        return new Ceilings(ceiling(userDay, userMonth), ceiling(allDay, allMonth));
    }

    private static Ceiling ceiling(long day, long month) {
        return new Ceiling(new MicroDollars(day), new MicroDollars(month));
    }
}
