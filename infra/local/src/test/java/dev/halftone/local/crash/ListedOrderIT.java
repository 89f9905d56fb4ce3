package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Script;
import dev.halftone.testing.crash.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: an order whose answer was lost is found in the provider's list, and no second one is given,
 * wherever a process dies on the way. Method: as in {@link CrashPointsIT}, from the lost answer on.
 */
class ListedOrderIT {

    private static final Survey FOUND = Survey.of(Story.FOUND_IN_A_LIST);

    @Test
    void ordersOnceAndChargesOnceWhereverAProcessDiesAfterALostAnswer() {
        List<Call> calls = FOUND.calls();
        int lost = calls.stream().map(Call::operation).toList().indexOf("gmi submit");

        Survey.Outcome outcome =
                FOUND.deaths(
                        call ->
                                calls.indexOf(call) >= lost
                                        && call.process().equals("provider-poll"));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.missed()).as("faults that befell nobody").isEmpty();
        assertThat(outcome.runs()).isGreaterThanOrEqualTo(8);
    }

    /** The walk would be in vain if it did not come by these. */
    @Test
    void asksForTheListBeforeItPolls() {
        List<String> operations = FOUND.calls().stream().map(Call::operation).toList();

        assertThat(operations).containsSubsequence("gmi submit", "gmi list", "gmi request");
        assertThat(operations).containsOnlyOnce("gmi submit");
    }

    /** Planted: a list that shows nothing. */
    @Test
    void noticesASecondOrderOfWhatTheProviderHas() {
        try (World world = new World("planted", Story.FOUND_IN_NO_LIST, Script.calm())) {
            assertThat(world.run())
                    .extracting(Finding::violation)
                    .containsExactly(Violation.ORDERED_TWICE);
        }
    }
}
