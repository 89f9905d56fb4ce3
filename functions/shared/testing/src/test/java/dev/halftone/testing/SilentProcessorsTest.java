package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.payment.ListWalks;
import dev.halftone.testing.SilentDay.By;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: whoever paid gets what they paid for, once, though no message of it arrives. Method: a day
 * of people who buy, on a clock that nobody waits for; and readers of the lists with one fault
 * each, which must be noticed.
 */
class SilentProcessorsTest {

    private static final Duration DAY = Duration.ofHours(24);
    // A list shows what happened within two hours, and is read once an hour.
    private static final Duration LISTED_AND_READ = Duration.ofHours(4);
    private static final int ORDERS = 300;

    private static SilentDay day(Duration deaf, UnaryOperator<ListWalks> walking) {
        SilentDay day = new SilentDay(deaf, walking);
        day.people(ORDERS, DAY);
        day.rush(60, Duration.ofHours(9));
        day.breaks(SilentDay.PATIENT, Duration.ofHours(5), Duration.ofMinutes(90));
        day.breaks(SilentDay.HASTY, Duration.ofHours(17), Duration.ofHours(3));
        day.pass(DAY.plus(LISTED_AND_READ));
        return day;
    }

    // Protects: what was paid and not told is found by whoever comes back, or in the lists.
    @Test
    void fulfilsEveryPaidOrderOnceThoughNoMessageOfADayArrives() {
        SilentDay day = day(DAY.plus(LISTED_AND_READ), UnaryOperator.identity());

        assertThat(day.unfulfilled()).isEmpty();
        assertThat(day.wronglyGranted()).isEmpty();
        assertThat(day.fulfilled().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(day.paid())
                .isGreaterThan(ORDERS / 2);
        assertThat(day.fulfilled()).containsOnlyKeys(By.RETURN, By.LIST);
    }

    // Protects: messages of a day that come all the same, late, are no other payments.
    @Test
    void grantsNothingAgainWhenTheMessagesComeAfterwards() {
        SilentDay day = day(DAY, UnaryOperator.identity());
        day.pass(Duration.ofDays(3));

        assertThat(day.unfulfilled()).isEmpty();
        assertThat(day.wronglyGranted()).isEmpty();
        assertThat(day.fulfilled()).containsKeys(By.RETURN, By.LIST);
    }

    // Protects: one processor sends the last time after 66 minutes, and never again.
    @Test
    void fulfilsWhatWasPaidOfAProcessorThatHasGivenUpSendingMessages() {
        SilentDay day = new SilentDay(Duration.ofHours(3), UnaryOperator.identity());
        // Its last try for the last of them is over before messages arrive again.
        day.people(60, Duration.ofMinutes(100));
        day.pass(Duration.ofHours(3));
        assertThat(day.unfulfilled()).anyMatch(order -> order.processor().equals(SilentDay.HASTY));

        day.pass(LISTED_AND_READ);

        assertThat(day.unfulfilled()).isEmpty();
        assertThat(day.wronglyGranted()).isEmpty();
    }

    /** Somebody who keeps wrongly how far the lists were read. */
    record Planted(String fault, UnaryOperator<ListWalks> walking) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted(
                        "reads nothing again",
                        walks ->
                                new Skipping(
                                        walks,
                                        walk ->
                                                walk.cursor() == null
                                                        ? from(walk, Duration.ZERO)
                                                        : walk)),
                new Planted(
                        "leaves out what a run did not come to",
                        walks -> new Skipping(walks, walk -> from(walk, ListWalk.OVERLAP))),
                new Planted(
                        "never goes on",
                        walks ->
                                new Skipping(
                                        walks,
                                        walk ->
                                                new ListWalk(
                                                        walk.processor(),
                                                        walk.begunAt().plus(DAY),
                                                        walk.begunAt(),
                                                        null))));
    }

    private static ListWalk from(ListWalk walk, Duration again) {
        return new ListWalk(walk.processor(), walk.begunAt().minus(again), walk.begunAt(), null);
    }

    private record Skipping(ListWalks walks, Function<ListWalk, ListWalk> skip)
            implements ListWalks {

        @Override
        public Optional<ListWalk> of(String processor) {
            return walks.of(processor).map(skip);
        }

        @Override
        public void put(ListWalk walk) {
            walks.put(walk);
        }
    }

    // Protects the test itself: a reader that skips leaves somebody without what they paid for.
    @ParameterizedTest
    @MethodSource("faults")
    void noticesAReaderThatSkips(Planted planted) {
        SilentDay day = day(DAY.plus(LISTED_AND_READ), planted.walking());

        assertThat(day.unfulfilled()).isNotEmpty();
    }
}
