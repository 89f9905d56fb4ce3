package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SigningKey;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.Asked;
import dev.halftone.core.generation.ChooseRoute;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Price;
import dev.halftone.core.generation.Quote;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.generation.Submissions.Ground;
import dev.halftone.core.generation.Submissions.StoreOutcome;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitOutcome;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Drawing;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.PendingTransfer;
import dev.halftone.core.safety.CheckWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link dev.halftone.core.generation.Submissions} does. */
public abstract class SubmissionsContract extends StudioContract {

    private static final long PRICE = 4;

    @Test
    void findsNothingBeforeTheFirstSubmission() {
        Generation generation = person.generation(1, PRICE);

        assertThat(ports().submissions().ground(generation.id(), person.account()))
                .isEqualTo(new Ground(null, Account.empty(person.account())));
    }

    /** Credits are set aside before any work, and both numbers are there to be seen. */
    @Test
    void showsPendingBesideAvailableCreditsBeforeAnyWork() {
        grant(person.welcome(25));

        Generation generation = accepted(1, PRICE);

        assertThat(account().available()).isEqualTo(new Credits(21));
        assertThat(account().pending()).isEqualTo(new Credits(PRICE));
        assertThat(account().used()).isEqualTo(Credits.ZERO);
        assertThat(ports().generations().find(generation.id())).contains(generation);
        assertThat(ports().submissions().ground(generation.id(), person.account()))
                .isEqualTo(new Ground(generation, account()));
        assertThat(ports().ledger().journal(person.account(), 1, null).items())
                .extracting(JournalEntry::kind)
                .containsExactly(JournalEntry.Kind.PENDING);
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void takesFromEachBucketWhatTheDrawingSays() {
        grant(person.gift(1, 3));
        grant(person.gift(2, 5));

        accepted(3, PRICE);

        assertThat(account().buckets())
                .extracting(Bucket::remaining)
                .containsExactlyInAnyOrder(Credits.ZERO, new Credits(4));
    }

    @Test
    void answersTheSecondSubmissionOfAnIdWithTheFirst() {
        grant(person.welcome(25));
        Generation first = accepted(1, PRICE);
        Generation second = person.generation(1, PRICE);

        StoreOutcome outcome = ports().submissions().accept(second, transfer(second));

        assertThat(outcome).isEqualTo(new StoreOutcome.AlreadyStored(first));
        assertThat(account().pending()).isEqualTo(new Credits(PRICE));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** The original spent the last credits: its repeat must not hear that they are gone. */
    @Test
    void answersARepeatWithItsOriginalThoughTheAccountIsEmpty() {
        grant(person.welcome(PRICE));
        Generation generation = person.generation(1, PRICE);
        PendingTransfer transfer = transfer(generation);
        ports().submissions().accept(generation, transfer);

        StoreOutcome outcome = ports().submissions().accept(generation, transfer);

        assertThat(outcome).isEqualTo(new StoreOutcome.AlreadyStored(generation));
    }

    @Test
    void changesNothingIfTheChosenBucketsWereSpentMeanwhile() {
        grant(person.welcome(PRICE));
        Generation late = person.generation(2, PRICE);
        PendingTransfer chosenBefore = transfer(late);
        accepted(1, PRICE);

        StoreOutcome outcome = ports().submissions().accept(late, chosenBefore);

        assertThat(outcome).isEqualTo(new StoreOutcome.AccountChanged());
        assertThat(ports().generations().find(late.id())).isEmpty();
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void changesNothingIfOneBucketOfSeveralIsShort() {
        grant(person.gift(1, 3));
        grant(person.gift(2, 100));
        Generation late = person.generation(4, PRICE);
        PendingTransfer chosenBefore = transfer(late);
        accepted(3, 1);

        StoreOutcome outcome = ports().submissions().accept(late, chosenBefore);

        assertThat(outcome).isEqualTo(new StoreOutcome.AccountChanged());
        assertThat(account().pending()).isEqualTo(new Credits(1));
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void changesNothingIfAChosenBucketWasClearedMeanwhile() {
        grant(person.gift(1, PRICE));
        Generation late = person.generation(3, PRICE);
        PendingTransfer chosenBefore = transfer(late);
        accepted(2, PRICE);
        grant(person.gift(4, 100));

        StoreOutcome outcome = ports().submissions().accept(late, chosenBefore);

        assertThat(outcome).isEqualTo(new StoreOutcome.AccountChanged());
        Conservation.audit(ports().ledger(), person.account());
    }

    @Test
    void acceptsNothingOnAnAccountThatDoesNotExist() {
        Generation generation = person.generation(1, PRICE);
        Drawing drawing = new Drawing(List.of(person.welcome(PRICE).bucket()));

        assertThat(ports().submissions().accept(generation, Samples.transfer(generation, drawing)))
                .isEqualTo(new StoreOutcome.AccountChanged());
        assertThat(ports().generations().find(generation.id())).isEmpty();
    }

    /**
     * Goal: concurrent submissions never spend a credit twice. Method: 2 and 200 submissions at the
     * same moment on a balance for exactly one, while somebody reads the account all the time.
     *
     * <p>The bug of open-saas #727: two calls at once spent one credit twice.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 200})
    void acceptsExactlyOneOfManyConcurrentSubmissionsThatTheBalanceCoversOnce(int racers) {
        grant(person.welcome(PRICE));
        SubmitGeneration submitting = submitting(new RecordingWorkQueue());

        List<SubmitOutcome> outcomes;
        try (BalanceReader reader = new BalanceReader()) {
            outcomes = Race.run(racers, n -> submitting.submit(command(n), person.now()));
            reader.requireReads();
        }

        assertThat(outcomes).filteredOn(SubmitOutcome.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(SubmitOutcome.InsufficientCredits.class::isInstance)
                .hasSize(racers - 1);
        assertThat(account().available()).isEqualTo(Credits.ZERO);
        assertThat(account().pending()).isEqualTo(new Credits(PRICE));
        assertThat(ports().generations().history(person.user(), 10, null).items()).hasSize(1);
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Bought credits that wait are not refused to their owner once there is room. */
    @Test
    void admitsWhatWaitsBeforeItSaysThatThereIsTooLittle() {
        for (int number = 0; number < Account.BUCKETS_MAX; number++) {
            grant(person.gift(number, 1));
        }
        grant(person.purchase(100, 3));
        grant(person.purchase(101, 400));
        accepted(200, Account.BUCKETS_MAX);

        assertThat(submitting(new RecordingWorkQueue()).submit(command(201), person.now()))
                .isInstanceOf(SubmitOutcome.Accepted.class);

        assertThat(account().waiting()).isEmpty();
        assertThat(account().available()).isEqualTo(new Credits(403 - PRICE));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Fault 4: k + m submissions at once, credit for k. */
    @Test
    void acceptsExactlyAsManyAsTheBalanceCovers() {
        int covered = 5;
        grant(person.gift(1, PRICE * 2));
        grant(person.gift(2, PRICE * covered - PRICE * 2));
        SubmitGeneration submitting = submitting(new RecordingWorkQueue());

        List<SubmitOutcome> outcomes =
                Race.run(covered + 7, n -> submitting.submit(command(n), person.now()));

        assertThat(outcomes).filteredOn(SubmitOutcome.Accepted.class::isInstance).hasSize(covered);
        assertThat(account().available()).isEqualTo(Credits.ZERO);
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Fault 3: the same request many times at once makes one generation and charges once. */
    @Test
    void makesOneGenerationOfEqualRequestsSentAtOnce() {
        grant(person.welcome(PRICE));
        RecordingWorkQueue queue = new RecordingWorkQueue();
        SubmitGeneration submitting = submitting(queue);

        List<SubmitOutcome> outcomes =
                Race.run(32, _ -> submitting.submit(command(1), person.now()));

        assertThat(outcomes).filteredOn(SubmitOutcome.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SubmitOutcome.Existing.class::isInstance).hasSize(31);
        assertThat(queue.sent()).hasSize(1);
        assertThat(account().pending()).isEqualTo(new Credits(PRICE));
        Conservation.audit(ports().ledger(), person.account());
    }

    /** Goal: nobody sees the charge without the generation. Method: read while others submit. */
    @Test
    void readsGenerationAndAccountAsOfOneMoment() {
        grant(person.welcome(PRICE * 8));
        SubmitGeneration submitting = submitting(new RecordingWorkQueue());
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8);
        AtomicBoolean torn = new AtomicBoolean();

        Race.run(
                numbers.size(),
                n -> {
                    Generation mine = person.generation(n, PRICE);
                    Ground before = ports().submissions().ground(mine.id(), person.account());
                    submitting.submit(command(n), person.now());
                    Ground after = ports().submissions().ground(mine.id(), person.account());
                    boolean charged = after.account().pending().amount() > 0;
                    torn.compareAndSet(
                            false,
                            before.existing() != null || after.existing() == null || !charged);
                    return n;
                });

        assertThat(torn).isFalse();
        assertThat(account().available()).isEqualTo(Credits.ZERO);
    }

    private SubmitGeneration submitting(RecordingWorkQueue queue) {
        SigningKey key = Samples.signingKey();
        return new SubmitGeneration(
                new SubmitGeneration.Offers(
                        new RequestCheck(Samples.catalogue(), BelongingSamples.none()),
                        new ChooseRoute(
                                Samples.catalogue(), new WatchRoutes(new InMemoryCircuits())),
                        CheckWords.none(),
                        BelongingSamples.room()),
                new QuoteTokens(() -> key),
                ports().submissions(),
                ports().ledger(),
                queue,
                () -> key);
    }

    private SubmitGeneration.Command command(int number) {
        Generation generation = person.generation(number, PRICE);
        SigningKey key = Samples.signingKey();
        Quote quote =
                new Quote(
                        person.user(),
                        generation.request().pricedHash(),
                        new Price(new Credits(PRICE), Samples.PRICE_VERSION),
                        person.now().plus(Quote.LIFETIME));
        return new SubmitGeneration.Command(
                person.user(),
                person.account(),
                Person.key(number),
                new Asked(Samples.MODEL, "16:9", Resolution.ONE_K.label(), null),
                generation.request().prompt(),
                new QuoteTokens(() -> key).sign(quote),
                generation.trace());
    }

    /** Reads the account until it is closed, and fails if it ever was overdrawn or torn. */
    private final class BalanceReader implements AutoCloseable {

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final List<Throwable> failures = new ArrayList<>();
        private final AtomicInteger reads = new AtomicInteger();
        private final Thread thread = Thread.ofPlatform().start(this::read);

        private void read() {
            while (running.get()) {
                try {
                    Conservation.check(account());
                } catch (RuntimeException | AssertionError e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                    return;
                }
                reads.incrementAndGet();
            }
        }

        void requireReads() {
            assertThat(reads.get()).isPositive();
        }

        @Override
        public void close() {
            running.set(false);
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            synchronized (failures) {
                assertThat(failures).isEmpty();
            }
        }
    }
}
