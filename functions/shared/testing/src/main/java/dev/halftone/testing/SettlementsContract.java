package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link dev.halftone.core.generation.Settlements} does. */
public abstract class SettlementsContract extends StudioContract {

    private static final int RACERS = 16;

    @Test
    void postsWhatWasDelivered() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);
        Generation after = succeeded(before);

        assertThat(ports().settlements().settle(before, after)).isTrue();

        assertThat(ports().generations().find(before.id())).contains(after);
        assertThat(account().available()).isEqualTo(new Credits(21));
        assertThat(account().pending()).isEqualTo(Credits.ZERO);
        assertThat(account().used()).isEqualTo(new Credits(4));
        assertThat(newest().kind()).isEqualTo(JournalEntry.Kind.POST);
        Conservation.audit(ports().ledger(), person.account());
    }

    /** What burnt last comes back first: a bought credit before a given one. */
    @Test
    void chargesInPartAndGivesBackTheRest() {
        grant(person.gift(1, 3));
        grant(person.purchase(2, 20));
        Generation before = delivering(3, 8);

        assertThat(ports().settlements().settle(before, succeeded(before), new Credits(2)))
                .isTrue();

        assertThat(account().buckets())
                .extracting(Bucket::remaining)
                .containsExactlyInAnyOrder(new Credits(1), new Credits(20));
        assertThat(account().used()).isEqualTo(new Credits(2));
        assertThat(line(JournalEntry.Kind.POST).credits()).isEqualTo(-2);
        assertThat(line(JournalEntry.Kind.POST).legs().amounts())
                .isEqualTo(Map.of(Balance.PENDING, -8L, Balance.USED, 2L, Balance.AVAILABLE, 6L));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void chargesAFailureNothingWhateverIsSaid() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);

        ports().settlements().settle(before, failed(before, FailureReason.TIMEOUT), new Credits(4));

        assertThat(account().used()).isEqualTo(Credits.ZERO);
        assertThat(account().available()).isEqualTo(new Credits(25));
    }

    @Test
    void voidsWhatFailedAndSaysWhy() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation after = failed(before, FailureReason.MODERATION);

        assertThat(ports().settlements().settle(before, after)).isTrue();

        assertThat(ports().generations().find(before.id())).contains(after);
        assertThat(account().available()).isEqualTo(new Credits(25));
        assertThat(account().pending()).isEqualTo(Credits.ZERO);
        assertThat(newest().kind()).isEqualTo(JournalEntry.Kind.VOID);
        assertThat(newest().reason()).isEqualTo("moderation");
        assertThat(newest().priceVersion()).isEqualTo(Samples.PRICE_VERSION);
        Conservation.audit(ports().ledger(), person.account());
    }

    /**
     * Protects what a provider's rules refused: old ends do not tell, and are read all the same.
     */
    @Test
    void keepsWhatAProvidersRulesRefused() {
        grant(person.welcome(25));
        List<@Nullable Objection> objections = new ArrayList<>();
        objections.add(null);
        objections.add(Objection.toPrompt(null));
        objections.add(Objection.toResult("IMAGE_SAFETY"));
        for (Objection objection : objections) {
            Generation before = accepted(objections.indexOf(objection) + 1, 4);
            Generation after =
                    before.on(
                                    new GenerationEvent.GivenUp(
                                            FailureReason.MODERATION,
                                            "said the test",
                                            objection,
                                            person.now()))
                            .orElseThrow();

            assertThat(ports().settlements().settle(before, after)).isTrue();

            assertThat(ports().generations().find(before.id())).contains(after);
        }
    }

    /** Protects the way from a line of the statement back to the click that caused it. */
    @Test
    void namesTheTraceOfTheGenerationOnEveryLineOfItsTransfer() {
        grant(person.welcome(25));
        Generation posted = delivering(1, 4);
        Generation voided = accepted(2, 4);

        ports().settlements().settle(posted, succeeded(posted));
        ports().settlements().settle(voided, failed(voided, FailureReason.MODERATION));

        assertThat(ports().ledger().journal(person.account(), 10, null).items())
                .extracting(entry -> entry.key(), entry -> entry.trace())
                .contains(
                        tuple("PENDING#" + posted.id(), posted.trace()),
                        tuple("POST#" + posted.id(), posted.trace()),
                        tuple("PENDING#" + voided.id(), voided.trace()),
                        tuple("VOID#" + voided.id(), voided.trace()));
        assertThat(posted.trace()).isNotEqualTo(voided.trace());
    }

    @Test
    void voidsIntoTheSameBuckets() {
        grant(person.gift(1, 3));
        grant(person.gift(2, 5));
        List<Bucket> buckets = account().buckets();
        Generation before = accepted(3, 6);

        ports().settlements().settle(before, failed(before, FailureReason.TIMEOUT));

        assertThat(account().buckets()).containsExactlyInAnyOrderElementsOf(buckets);
    }

    @Test
    void voidsIntoABucketThatALaterGrantHadCleared() {
        grant(person.gift(1, 3));
        grant(person.gift(2, 5));
        Generation before = accepted(3, 8);
        grant(person.gift(4, 9));
        assertThat(account().buckets()).hasSize(1);

        assertThat(
                        ports().settlements()
                                .settle(before, failed(before, FailureReason.PROVIDER_ERROR)))
                .isTrue();

        assertThat(account().buckets())
                .containsExactlyInAnyOrder(
                        person.gift(1, 3).bucket(),
                        person.gift(2, 5).bucket(),
                        person.gift(4, 9).bucket());
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Else a message that fits into no item would keep the credits pending for ever. */
    @Test
    void voidsHoweverMuchTheProviderHasToSay() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation after =
                before.on(
                                new GenerationEvent.GivenUp(
                                        FailureReason.PROVIDER_ERROR,
                                        "no ".repeat(500_000),
                                        person.now()))
                        .orElseThrow();

        assertThat(ports().settlements().settle(before, after)).isTrue();

        assertThat(account().available()).isEqualTo(new Credits(25));
        assertThat(ports().generations().find(before.id()))
                .map(generation -> generation.state().label())
                .contains("failed");
    }

    @Test
    void settlesNothingTwice() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);
        ports().settlements().settle(before, succeeded(before));
        Account settled = account();

        assertThat(
                        ports().settlements()
                                .settle(before, failed(before, FailureReason.INVALID_RESULT)))
                .isFalse();
        assertThat(ports().settlements().settle(before, succeeded(before))).isFalse();

        assertThat(account()).isEqualTo(settled);
    }

    @Test
    void settlesNothingOnTopOfAnOldRevision() {
        grant(person.welcome(25));
        Generation old = accepted(1, 4);
        Generation current =
                moved(
                        old,
                        new GenerationEvent.SubmissionStarted(
                                person.now().plusSeconds(60), person.now()));

        assertThat(ports().settlements().settle(old, failed(old, FailureReason.TIMEOUT))).isFalse();

        assertThat(ports().generations().find(old.id())).contains(current);
        assertThat(account().pending()).isEqualTo(new Credits(4));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void refusesWhatIsNoEnd() {
        grant(person.welcome(25));
        Generation before = accepted(1, 4);
        Generation after =
                before.on(new GenerationEvent.SubmissionStarted(person.now(), person.now()))
                        .orElseThrow();

        assertThatThrownBy(() -> ports().settlements().settle(before, after))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(account().pending()).isEqualTo(new Credits(4));
    }

    @Test
    void refusesAGenerationThatNobodyPaidFor() {
        Generation before = person.generation(1, 4);

        assertThatThrownBy(
                        () ->
                                ports().settlements()
                                        .settle(before, failed(before, FailureReason.TIMEOUT)))
                .isInstanceOf(PermanentFailure.class);
    }

    /** Goal: post and void exclude each other. Method: many try both at the same moment. */
    @Test
    void letsExactlyOneOfManyRacingPostsAndVoidsWin() {
        grant(person.welcome(25));
        Generation before = delivering(1, 4);
        Generation posted = succeeded(before);
        Generation voided = failed(before, FailureReason.INVALID_RESULT);

        List<Boolean> outcomes =
                Race.run(
                        RACERS,
                        n -> ports().settlements().settle(before, n % 2 == 0 ? posted : voided));

        assertThat(outcomes).filteredOn(won -> won).hasSize(1);
        int winner = outcomes.indexOf(true);
        assertThat(ports().generations().find(before.id()))
                .contains(winner % 2 == 0 ? posted : voided);
        assertThat(account().pending()).isEqualTo(Credits.ZERO);
        assertThat(account().used()).isEqualTo(new Credits(winner % 2 == 0 ? 4 : 0));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void settlesManyGenerationsOfOneAccountAtOnce() {
        grant(person.welcome(100));
        List<Generation> generations = new ArrayList<>();
        for (int number = 0; number < RACERS; number++) {
            generations.add(accepted(number, 4));
        }

        List<Boolean> outcomes =
                Race.run(
                        RACERS * 2,
                        n -> {
                            Generation before = generations.get(n / 2);
                            return ports().settlements()
                                    .settle(before, failed(before, FailureReason.TIMEOUT));
                        });

        assertThat(outcomes).filteredOn(won -> won).hasSize(RACERS);
        assertThat(account().available()).isEqualTo(new Credits(100));
        Conservation.audit(ports().ledger(), person.account());
    }

    /**
     * Goal: granted = available + pending + used whatever happens. Method: seeded sequences of
     * everything that can happen, right or wrong, with the account compared after each step and the
     * journal folded at the end.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 20261102, -7})
    void conservesCreditsOverRandomSequences(long seed) {
        new RandomLedgerRun(ports(), person, seed).run(steps());

        Conservation.audit(ports().ledger(), person.account());
    }

    /** How long a random sequence is; a slow store may shorten it. */
    protected int steps() {
        return 400;
    }
}
