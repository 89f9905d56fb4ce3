package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Script;
import dev.halftone.testing.crash.Violation;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Goal: wherever a process dies or stands still on its way from the end to the receipt, the
 * provider has nothing of ours in the end, and nothing was erased before it was stored. Method: as
 * in {@link CrashPointsIT}, from the transaction that ends the generation on.
 */
class ErasureCrashIT {

    private static final Survey ERASED = Survey.of(Story.ERASED);

    @Test
    void leavesNothingAtTheProviderWhereverAProcessDies() {
        assertClean(ERASED.deaths(fromTheEndOn()), 5);
    }

    @Test
    void leavesNothingAtTheProviderIfAProcessStandsStillOverTheErasure() {
        assertClean(ERASED.freezes(call -> call.operation().equals("dream delete")), 2);
    }

    /** The walk would be in vain if it did not come by these, in this order. */
    @Test
    void erasesOnlyWhatIsStoredAndCharged() {
        List<String> operations = ERASED.calls().stream().map(Call::operation).toList();

        assertThat(operations)
                .containsSubsequence(
                        "dream submit",
                        "dream picture.png",
                        "PUT object",
                        "TransactWriteItems",
                        "SendMessage",
                        "UpdateItem",
                        "dream delete",
                        "UpdateItem");
        assertThat(operations).containsOnlyOnce("dream delete");
    }

    /** Planted: a provider that keeps what it says that it has erased. */
    @Test
    void noticesWhatIsLeftBehind() {
        try (World world = new World("planted", Story.NEVER_ERASED, Script.calm())) {
            assertThat(world.run())
                    .extracting(Finding::violation)
                    .containsExactly(Violation.LEFT_BEHIND);
        }
    }

    private static Predicate<Call> fromTheEndOn() {
        List<Call> calls = ERASED.calls();
        int end = calls.stream().map(Call::operation).toList().lastIndexOf("TransactWriteItems");
        return call -> calls.indexOf(call) >= end && call.process().equals("provider-poll");
    }

    private static void assertClean(Survey.Outcome outcome, int runsMin) {
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.missed()).as("faults that befell nobody").isEmpty();
        assertThat(outcome.runs()).isGreaterThanOrEqualTo(runsMin);
    }
}
