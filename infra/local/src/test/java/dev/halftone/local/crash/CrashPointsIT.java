package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Goal: whenever a process dies or stands still, credits are conserved, nobody is charged twice or
 * for nothing, no picture is lost, and everything ends. Method: a story is walked once to see every
 * call to the outside, then once more for each of them with the process dying, or frozen until all
 * others are done, just there; everybody else repeats what was not heard.
 */
class CrashPointsIT {

    private static final Survey DELIVERED = Survey.of(Story.DELIVERED);

    /** From the browser's first request to the picture, at every call of all three functions. */
    @Test
    void deliversOnceAndChargesOnceWhereverAProcessDies() {
        Survey.Outcome outcome = DELIVERED.deaths(_ -> true);

        assertClean(outcome, 20);
    }

    /** The process that was thought dead comes back and goes on with what it knew. */
    @Test
    void deliversOnceAndChargesOnceWhereverAProcessStandsStill() {
        Survey.Outcome outcome = DELIVERED.freezes(_ -> true);

        assertClean(outcome, 20);
    }

    @Test
    void deliversOnceAndChargesOnceWhicheverReplyIsLost() {
        Survey.Outcome outcome = DELIVERED.lostReplies();

        assertClean(outcome, 12);
    }

    @Test
    void returnsTheCreditsOnceWhereverAProcessDiesOverARefusal() {
        Survey moderated = Survey.of(Story.MODERATED);

        Survey.Outcome outcome = moderated.deaths(fromTheRefusalOn(moderated));

        assertClean(outcome, 2);
    }

    @Test
    void returnsTheCreditsOnceWhereverAProcessStandsStillOverARefusal() {
        Survey moderated = Survey.of(Story.MODERATED);

        Survey.Outcome outcome = moderated.freezes(fromTheRefusalOn(moderated));

        assertClean(outcome, 2);
    }

    /** Stopping, from the visitor's wish to the provider's word. */
    @Test
    void endsACancelledGenerationWhereverAProcessDies() {
        Survey cancelled = Survey.of(Story.CANCELLED);
        int wish = invocationOfTheWishToStop(cancelled);

        Survey.Outcome outcome = cancelled.deaths(call -> call.invocation() >= wish);

        assertClean(outcome, 8);
    }

    @Test
    void findsWhatWasForgottenWhereverTheSweepDies() {
        Survey forgotten = Survey.of(Story.FORGOTTEN);

        Survey.Outcome outcome =
                forgotten.deaths(call -> call.process().equals("generation-sweep"));

        assertClean(outcome, 2);
    }

    /** What the walks go through: a function or a call that is missing would be tested in vain. */
    @Test
    void meetsEveryCallThatMattersInTheStory() {
        assertThat(DELIVERED.calls().stream().map(call -> call.process() + " " + call.operation()))
                .contains(
                        "generation-submit TransactWriteItems",
                        "generation-submit SendMessage",
                        "provider-poll UpdateItem",
                        "provider-poll SendMessage",
                        "provider-poll fal submit",
                        "provider-poll fal status",
                        "provider-poll fal result",
                        "provider-poll fal picture.png",
                        "provider-poll PUT object",
                        "provider-poll TransactWriteItems",
                        "provider-webhook fal jwks.json",
                        "provider-webhook SendMessage");
    }

    /** From the moment on at which the provider says no. */
    private static Predicate<Call> fromTheRefusalOn(Survey survey) {
        List<Call> calls = survey.calls();
        int from = calls.stream().map(Call::operation).toList().indexOf("fal result");
        return call -> calls.indexOf(call) >= from && call.process().equals("provider-poll");
    }

    private static int invocationOfTheWishToStop(Survey survey) {
        return survey.calls().stream()
                .filter(call -> call.process().equals("generation-submit"))
                .filter(call -> call.operation().equals("UpdateItem"))
                .findFirst()
                .orElseThrow()
                .invocation();
    }

    private static void assertClean(Survey.Outcome outcome, int runsMin) {
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.missed()).as("faults that befell nobody").isEmpty();
        assertThat(outcome.runs()).isGreaterThanOrEqualTo(runsMin);
    }
}
