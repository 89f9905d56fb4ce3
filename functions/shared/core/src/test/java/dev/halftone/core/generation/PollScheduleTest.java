package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: a picture is seen soon after it is done, and a film is not asked about for ever. */
class PollScheduleTest {

    /** Seconds that the work takes; how much later it is seen at most; how often it is asked. */
    @ParameterizedTest
    @CsvSource({"8, 2, 6", "15, 5, 8", "90, 30, 14", "600, 30, 32", "1800, 30, 72"})
    void asksMoreRarelyTheLongerItTakes(long seconds, long lateMax, int pollsMax) {
        Duration elapsed = Duration.ZERO;
        int polls = 0;
        while (elapsed.toSeconds() < seconds) {
            elapsed = elapsed.plus(PollSchedule.after(polls));
            polls++;
        }

        assertThat(elapsed.toSeconds() - seconds).isLessThanOrEqualTo(lateMax);
        assertThat(polls).isLessThanOrEqualTo(pollsMax);
    }
}
