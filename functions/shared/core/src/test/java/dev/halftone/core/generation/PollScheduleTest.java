package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: asking costs little and adds little to the wait. Goal: over run times from two seconds
 * to ten minutes, few calls and a small mean delay. Method: the schedule is played against each run
 * time, in tenths of a second, with nothing measured.
 */
class PollScheduleTest {

    private static final Instant TAKEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final double CALLS_PER_DOUBLING = 2.1;
    private static final double CALLS_AT_THE_SHORTEST = 2;
    private static final double ADDED_PART = 0.2;

    /** What became of one run. */
    private record Run(Duration length, int calls, Duration added) {}

    @Test
    void asksAtMostTwiceForTheShortestRunAndAboutTwiceMoreForEachDoubling() {
        assertThat(runs(SHORTEST, LONGEST))
                .hasSize(5981)
                .allSatisfy(
                        run ->
                                assertThat((double) run.calls())
                                        .isLessThanOrEqualTo(callsMax(run.length())));
    }

    private static double callsMax(Duration length) {
        double doublings = Math.log((double) length.toMillis() / SHORTEST.toMillis()) / Math.log(2);
        return CALLS_AT_THE_SHORTEST + CALLS_PER_DOUBLING * doublings;
    }

    /** In each octave by itself, so that long runs cannot hide short ones. */
    @ParameterizedTest
    @ValueSource(longs = {2, 4, 8, 16, 32, 64, 128, 256, 300})
    void addsAFifthToTheWaitOnAverage(long seconds) {
        Duration from = Duration.ofSeconds(seconds);
        List<Run> octave = runs(from, from.multipliedBy(2));

        assertThat(addedPart(octave)).isLessThanOrEqualTo(ADDED_PART);
    }

    private static double addedPart(List<Run> runs) {
        double added = runs.stream().mapToLong(run -> run.added().toMillis()).sum();
        double waited = runs.stream().mapToLong(run -> run.length().toMillis()).sum();
        return added / waited;
    }

    /** Planted: each second is asked too often, and each half of what has passed too rarely. */
    @Test
    void noticesAScheduleThatAsksTooOftenOrTooRarely() {
        List<Duration> often =
                LongStream.rangeClosed(1, 600).mapToObj(Duration::ofSeconds).toList();
        List<Duration> rarely =
                LongStream.rangeClosed(0, 10)
                        .mapToObj(n -> SHORTEST.multipliedBy(1L << n))
                        .toList();

        assertThat(runs(often, SHORTEST, LONGEST))
                .anySatisfy(
                        run ->
                                assertThat((double) run.calls())
                                        .isGreaterThan(callsMax(run.length())));
        assertThat(addedPart(runs(rarely, SHORTEST, LONGEST))).isGreaterThan(ADDED_PART);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 12, 90, 600})
    void asksAtMostTwiceWhereTheProviderCallsBack(long typicalSeconds) {
        Duration typical = Duration.ofSeconds(typicalSeconds);
        Duration deadline = Duration.ofMinutes(30);
        for (Duration run = SHORTEST; run.compareTo(LONGEST) <= 0; run = run.plus(STEP)) {
            int calls = 1;
            for (Duration at : times(new PollSchedule.CalledBack(typical), deadline, 3)) {
                calls += at.compareTo(run) < 0 ? 1 : 0;
            }

            assertThat(calls).as("%s", run).isLessThanOrEqualTo(2);
        }
    }

    /** A lost callback must not cost a result that is there. */
    @Test
    void asksBeforeTheDeadlineThoughACallbackWasLost() {
        Duration deadline = Duration.ofMinutes(5);

        List<Duration> times =
                times(new PollSchedule.CalledBack(Duration.ofSeconds(15)), deadline, 3);

        assertThat(times)
                .containsExactly(
                        Duration.ofSeconds(30), deadline.minusSeconds(20), deadline.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 30})
    void asksSoonAfterAWishToStop(int polls) {
        Generation stopping =
                generation(Duration.ofMinutes(30))
                        .on(new GenerationEvent.SubmissionStarted(TAKEN, TAKEN))
                        .flatMap(each -> each.on(new GenerationEvent.CancelRequested(TAKEN)))
                        .orElseThrow();

        for (PollSchedule schedule :
                List.of(
                        new PollSchedule.Asking(),
                        new PollSchedule.CalledBack(Duration.ofMinutes(2)))) {
            assertThat(schedule.next(stopping, polls, TAKEN))
                    .isLessThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void delaysNoMessageLongerThanTheQueueCan() {
        assertThat(PollSchedule.untilMessage(Duration.ofMinutes(29)))
                .isEqualTo(Duration.ofMinutes(15));
    }

    private static List<Run> runs(Duration from, Duration to) {
        return runs(times(new PollSchedule.Asking(), Duration.ofHours(1), 25), from, to);
    }

    private static List<Run> runs(List<Duration> times, Duration from, Duration to) {
        List<Run> runs = new ArrayList<>();
        for (Duration run = from; run.compareTo(to) <= 0; run = run.plus(STEP)) {
            int calls = 1;
            while (times.get(calls - 1).compareTo(run) < 0) {
                calls++;
            }
            runs.add(new Run(run, calls, times.get(calls - 1).minus(run)));
        }
        return runs;
    }

    /** When the first polls come, counted from when the work was taken. */
    private static List<Duration> times(PollSchedule schedule, Duration deadline, int polls) {
        Generation generation = generation(deadline);
        List<Duration> times = new ArrayList<>();
        Instant now = TAKEN;
        for (int poll = 0; poll < polls; poll++) {
            now = now.plus(schedule.next(generation, poll, now));
            times.add(Duration.between(TAKEN, now));
        }
        return times;
    }

    private static Generation generation(Duration deadline) {
        return new Generation(
                new GenerationId("gen_" + "0".repeat(32)),
                new UserId("usr_" + "0".repeat(32)),
                new AccountId("acc_" + "0".repeat(32)),
                new GenerationRequest(
                        "model", "prompt", new AspectRatio(1, 1), Resolution.ONE_K, null),
                new Price(new Credits(1), "v1"),
                TAKEN,
                TAKEN.plus(deadline),
                TraceId.parse("0".repeat(31) + "1").orElseThrow(),
                new Assignment("fal", false, MicroDollars.ZERO),
                Costs.UNKNOWN);
    }
}
