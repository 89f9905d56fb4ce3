package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.core.generation.Admission;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Limit;
import dev.halftone.core.generation.Limit.Period;
import dev.halftone.core.generation.Made;
import dev.halftone.core.generation.Submissions;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.generation.Usages;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome.Drawn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every {@link Submissions} holds a person to the plan they have. */
public abstract class LimitsContract extends StudioContract {

    // The middle of a month, at noon.
    private static final Instant DAY = Instant.parse("2100-03-11T12:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2100-03-12T00:00:00Z");
    private static final Instant NEXT_MONTH = Instant.parse("2100-04-01T00:00:00Z");
    private static final Plans PLANS =
            new Plans(
                    Map.of(
                            "usual",
                            new Plan(
                                    "usual",
                                    new Quota(3, 5),
                                    Map.of(Samples.DIRECT_MODEL, new Quota(1, 2))),
                            "dear",
                            new Plan("dear", new Quota(4, 100), Map.of())),
                    "usual");

    /** The same store under these plans. */
    protected abstract Submissions submissions(Plans plans);

    protected abstract Usages usages();

    /** As whoever sells plans says it. */
    protected abstract void subscribe(AccountId account, String plan);

    // Protects: a plan has room for as many as it says, and not for one more.
    @Test
    void refusesTheOneThatADayHasNoRoomFor() {
        begin();
        for (int number = 0; number < 3; number++) {
            assertThat(accept(number, DAY)).isEqualTo(new StoreOutcome.Stored());
        }

        assertThat(accept(3, DAY))
                .isEqualTo(new StoreOutcome.LimitReached(limit(null, Period.DAY, 3, NEXT_DAY)));
    }

    // Protects: a refusal reserves nothing and leaves nothing.
    @Test
    void changesNothingWhenALimitIsReached() {
        begin();
        for (int number = 0; number < 4; number++) {
            accept(number, DAY);
        }

        assertThat(account().pending()).isEqualTo(new Credits(3));
        assertThat(ports().generations().find(at(3, DAY).id())).isEmpty();
        assertThat(made(DAY).all()).isEqualTo(new Made.Count(3, 3));
    }

    // Protects: the next day begins anew, and the month goes on.
    @Test
    void countsTheMonthOverItsDays() {
        begin();
        for (int number = 0; number < 3; number++) {
            accept(number, DAY);
        }
        Instant later = DAY.plus(Duration.ofDays(1));
        accept(3, later);
        accept(4, later);

        assertThat(accept(5, later))
                .isEqualTo(new StoreOutcome.LimitReached(limit(null, Period.MONTH, 5, NEXT_MONTH)));
        assertThat(made(later).all()).isEqualTo(new Made.Count(2, 5));
        assertThat(accept(5, NEXT_MONTH)).isEqualTo(new StoreOutcome.Stored());
    }

    // Protects: a dear model may have a bound of its own, beside that of all.
    @Test
    void countsAModelWithAQuotaOfItsOwn() {
        begin();
        assertThat(store(direct(0), "usual")).isEqualTo(new StoreOutcome.Stored());

        assertThat(store(direct(1), "usual"))
                .isEqualTo(
                        new StoreOutcome.LimitReached(
                                limit(Samples.DIRECT_MODEL, Period.DAY, 1, NEXT_DAY)));
        assertThat(accept(2, DAY)).isEqualTo(new StoreOutcome.Stored());
        assertThat(made(DAY))
                .isEqualTo(
                        new Made(
                                new Made.Count(2, 2),
                                Map.of(Samples.DIRECT_MODEL, new Made.Count(1, 1))));
    }

    // Protects: who has another plan is held to that one.
    @Test
    void holdsEverybodyToTheirOwnPlan() {
        begin();
        for (int number = 0; number < 4; number++) {
            assertThat(store(at(number, DAY), "dear")).isEqualTo(new StoreOutcome.Stored());
        }

        assertThat(store(at(4, DAY), "dear"))
                .isEqualTo(new StoreOutcome.LimitReached(limit(null, Period.DAY, 4, NEXT_DAY)));
    }

    // Protects: who repeats a request that was accepted hears of it, and it counts once.
    @Test
    void countsARepeatOnceAndAnswersItAtTheLimit() {
        begin();
        for (int times = 0; times < 5; times++) {
            accept(0, DAY);
        }
        accept(1, DAY);
        accept(2, DAY);

        assertThat(made(DAY).all()).isEqualTo(new Made.Count(3, 3));
        assertThat(accept(0, DAY)).isInstanceOf(StoreOutcome.AlreadyStored.class);
    }

    // Protects: failing on purpose is no way to have more made than the plan has room for.
    @Test
    void givesNoPlaceBackWhenTheWorkFails() {
        begin();
        for (int number = 0; number < 3; number++) {
            accept(number, DAY);
        }
        Generation first = at(0, DAY);
        ports().settlements().settle(first, failed(first, FailureReason.PROVIDER_ERROR));

        assertThat(accept(3, DAY)).isInstanceOf(StoreOutcome.LimitReached.class);
    }

    /** Goal: one person's storm overshoots nothing. Method: twelve at once, room for three. */
    @Test
    void neverLetsMoreThroughThanThePlanSaysThoughTheySubmitAtOnce() {
        begin();

        List<StoreOutcome> outcomes = Race.run(12, number -> accept(number, DAY));

        assertThat(outcomes).filteredOn(StoreOutcome.Stored.class::isInstance).hasSize(3);
        assertThat(outcomes).filteredOn(StoreOutcome.LimitReached.class::isInstance).hasSize(9);
        assertThat(made(DAY).all()).isEqualTo(new Made.Count(3, 3));
    }

    // Protects: whoever sells plans has one place to say who has which.
    @Test
    void readsThePlanFromTheAccount() {
        begin();
        GenerationId id = at(0, DAY).id();
        assertThat(submissions(PLANS).ground(id, person.account()).plan()).isNull();

        subscribe(person.account(), "dear");

        assertThat(submissions(PLANS).ground(id, person.account()).plan()).isEqualTo("dear");
        assertThat(usages().usage(person.user(), person.account(), DAY).plan()).isEqualTo("dear");
        Conservation.audit(ports().ledger(), person.account());
    }

    private void begin() {
        grant(person.gift(1, 100));
    }

    private Made made(Instant at) {
        return usages().usage(person.user(), person.account(), at).made();
    }

    private StoreOutcome accept(int number, Instant when) {
        return store(at(number, when), "usual");
    }

    private StoreOutcome store(Generation generation, String plan) {
        Generation admitted = generation.admitted(new Admission(null, plan));
        // Several at once may meet on the account; each then starts from a fresh balance.
        for (int tries = 0; tries < 20; tries++) {
            Drawn drawn = (Drawn) account().draw(new Credits(1), person.now());
            StoreOutcome outcome =
                    submissions(PLANS)
                            .accept(admitted, Samples.transfer(admitted, drawn.drawing()));
            if (!(outcome instanceof StoreOutcome.AccountChanged)) {
                return outcome;
            }
        }
        throw new IllegalStateException("The account changed at every try");
    }

    private Generation at(int number, Instant when) {
        return moved(person.generation(number, 1), when);
    }

    private Generation direct(int number) {
        Generation like = person.generation(number, 1);
        return moved(
                new Generation(
                        like.id(),
                        like.owner(),
                        like.account(),
                        Samples.directRequest(),
                        like.price(),
                        like.createdAt(),
                        like.deadline(),
                        like.trace(),
                        like.assignment(),
                        like.costs()),
                DAY);
    }

    private static Generation moved(Generation generation, Instant when) {
        return new Generation(
                generation.id(),
                generation.owner(),
                generation.account(),
                generation.request(),
                generation.price(),
                when,
                when.plusSeconds(600),
                generation.trace(),
                generation.assignment(),
                generation.costs());
    }

    private static Limit limit(@Nullable String model, Period period, long max, Instant resetsAt) {
        return new Limit(model, period, max, max, resetsAt);
    }
}
