package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Fault;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Script;
import dev.halftone.testing.crash.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: the same promises for a picture that comes in one call: what is stored is found again, what
 * is charged is stored, and nobody waits for ever. Method: as for pictures that are polled.
 */
class CrashAtOnceIT {

    private static final Survey DELIVERED = Survey.of(Story.DELIVERED_AT_ONCE);

    @Test
    void deliversOnceAndChargesOnceWhereverAProcessDies() {
        assertClean(DELIVERED.deaths(CrashAtOnceIT::isOfTheWorker), 4);
    }

    /** The process that was thought dead comes back, with a picture that another has made anew. */
    @Test
    void deliversOnceAndChargesOnceWhereverAProcessStandsStill() {
        assertClean(DELIVERED.freezes(CrashAtOnceIT::isOfTheWorker), 6);
    }

    @Test
    void deliversOnceAndChargesOnceWhicheverReplyIsLost() {
        assertClean(DELIVERED.lostReplies(), 5);
    }

    @Test
    void returnsTheCreditsOnceWhereverAProcessDiesOverARefusal() {
        assertClean(Survey.of(Story.MODERATED_AT_ONCE).deaths(CrashAtOnceIT::isOfTheWorker), 3);
    }

    @Test
    void ordersOnceThoughEverythingReachesTwoEnvironmentsAtOnce() {
        try (World world = new World("twice", Story.DELIVERED_AT_ONCE.doubled(), Script.calm())) {
            assertThat(world.run()).isEmpty();
            assertThat(world.ordered()).isEqualTo(1);
        }
    }

    /** The picture is at hand and nowhere else, so its worker waits for the store. */
    @Test
    void deliversThoughTheStoreIsDownForAWhile() {
        Script outage =
                Script.first(
                        4, call -> call.operation().equals("PUT object"), new Fault.Unreachable());

        try (World world = new World("store", Story.DELIVERED_AT_ONCE, outage)) {
            assertThat(world.run()).isEmpty();
            assertThat(world.struck()).hasSize(4);
            assertThat(world.ordered()).isEqualTo(1);
        }
    }

    @Test
    void meetsEveryCallThatMattersInTheStory() {
        assertThat(DELIVERED.calls().stream().map(call -> call.process() + " " + call.operation()))
                .contains(
                        "generation-submit SendMessage",
                        "provider-poll openai make",
                        "provider-poll PUT object",
                        "provider-poll TransactWriteItems")
                .doesNotContain("provider-poll SendMessage");
    }

    /** A planted error: what a worker stored before it died is not found again. */
    @Test
    void noticesAStoreThatHidesWhatItHolds() {
        Survey survey =
                Survey.of(
                        Story.DELIVERED_AT_ONCE,
                        (_, good) ->
                                new Cloud(
                                        good.tables(),
                                        good.queue(),
                                        new HidesWhatItHolds(good.objects()),
                                        good.parameters()));

        assertThat(violations(survey.deaths(CrashAtOnceIT::isOfTheWorker)))
                .contains(Violation.RESULT_LOST);
    }

    /** A planted error: the picture is confirmed, and stored when all else is done. */
    @Test
    void noticesAChargeBeforeThePictureIsStored() {
        Survey survey =
                Survey.of(
                        Story.DELIVERED_AT_ONCE,
                        (_, good) ->
                                new Cloud(
                                        good.tables(),
                                        good.queue(),
                                        new StoresAfterCharging(good.objects()),
                                        good.parameters()));

        assertThat(violations(survey.deaths(CrashAtOnceIT::isOfTheWorker)))
                .contains(Violation.CHARGED_WITHOUT_RESULT);
    }

    private static boolean isOfTheWorker(Call call) {
        return call.process().equals("provider-poll");
    }

    private static List<Violation> violations(Survey.Outcome outcome) {
        return outcome.findings().stream().map(Finding::violation).toList();
    }

    private static void assertClean(Survey.Outcome outcome, int runsMin) {
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.missed()).as("faults that befell nobody").isEmpty();
        assertThat(outcome.runs()).isGreaterThanOrEqualTo(runsMin);
    }
}
