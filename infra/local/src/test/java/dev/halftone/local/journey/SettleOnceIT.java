package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import dev.halftone.testing.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Protects: however many learn of an end at the same moment, its credits move once.
 *
 * <p>Method: three signed callbacks, the poll that was due and the sweep's own message are held
 * back, then worked on by ten workers at once, and then once more.
 */
class SettleOnceIT {

    private static final Duration HIDDEN = Duration.ofSeconds(60);
    private static final int REPORTS = 5;

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void postsOnceWhenCallbackAndPollComeTogether() {
        try (Pause _ = studio.pause(studio.provider());
                Pause _ = studio.pause(studio.delivery())) {
            String id = visitor.submitted("A pier in the rain [thrice]");
            List<String> reports = reportsOfTheEnd(id);

            workAtOnce(reports);
            List<String> results = studio.delivery().take(id, 1, HIDDEN);
            workAtOnce(results);
            reports.forEach(studio::work);
            results.forEach(studio::work);

            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("succeeded");
            visitor.books().charged(id, 4);
            assertThat(studio.orders(id)).hasSize(1);
        }
    }

    /** The bugs of new-api PR #2025 and #6074: a failure told twice was refunded twice. */
    @Test
    void refundsOnceWhenThreeCallbacksThePollAndTheSweepComeTogether() {
        try (Pause _ = studio.pause(studio.provider())) {
            String id = visitor.submitted("A bridge that breaks [fail] [thrice]");
            List<String> reports = reportsOfTheEnd(id);

            workAtOnce(reports);
            reports.forEach(studio::work);

            assertThat(visitor.generation(id).get("state").asString()).isEqualTo("failed");
            visitor.books().refunded(id, 4, "provider_error");
            assertThat(visitor.available()).isEqualTo(25);
        }
    }

    /** Submits, lets the provider end it, and answers the events of all who tell of it. */
    private List<String> reportsOfTheEnd(String id) {
        studio.work(studio.provider().take(id, 1, HIDDEN).getFirst());
        studio.untilCalledBack(id, 3);
        // What the poll's own message would say comes from the schedule, twice.
        studio.pollLater();
        studio.sweepLater();
        List<String> reports = studio.provider().take(id, REPORTS, HIDDEN);
        assertThat(reports).filteredOn(event -> event.contains("callback")).hasSize(3);
        return reports;
    }

    private void workAtOnce(List<String> events) {
        Race.run(
                2 * REPORTS,
                racer -> {
                    studio.work(events.get(racer % events.size()));
                    return racer;
                });
    }
}
