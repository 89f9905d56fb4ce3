package dev.halftone.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Script;
import dev.halftone.testing.crash.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Goal: the walks see what they are there to see. Method: the handlers get a service that errs in
 * just one way, nobody notices in fair weather, and the walks must call the error by its name.
 */
class PlantedErrorsIT {

    @Test
    void noticesAChargeBeforeThePictureIsStored() {
        Survey survey =
                Survey.of(
                        Story.DELIVERED,
                        (_, good) ->
                                new Cloud(
                                        good.tables(),
                                        good.queue(),
                                        new StoresAfterCharging(good.objects()),
                                        good.parameters()));

        assertThat(violations(survey.deaths(PlantedErrorsIT::isOfTheEnd)))
                .contains(Violation.CHARGED_WITHOUT_RESULT);
    }

    @Test
    void noticesATransferThatIsPostedTwice() {
        Survey survey =
                Survey.of(
                        Story.DELIVERED,
                        (_, good) ->
                                new Cloud(
                                        new PostsUnconditionally(good.tables()),
                                        good.queue(),
                                        good.objects(),
                                        good.parameters()));

        assertThat(violations(survey.freezes(PlantedErrorsIT::isOfTheEnd)))
                .contains(Violation.CHARGED_TWICE, Violation.BALANCE_BELOW_ZERO);
    }

    /** fal.ai is told "heard" and never comes back, but nobody was woken. */
    @Test
    void noticesACallbackThatIsAcknowledgedTooEarly() {
        assertThat(violations(Story.DELIVERED, "provider-webhook"))
                .containsExactly(Violation.ACKNOWLEDGED_WITHOUT_EFFECT);
    }

    /** The last one who could have found the generation believes it has sent the message. */
    @Test
    void noticesASweepThatWakesNobody() {
        assertThat(violations(Story.FORGOTTEN, "generation-sweep"))
                .containsExactly(Violation.NEVER_ENDED);
    }

    private static List<Violation> violations(Story story, String function) {
        World.Planting planting =
                (each, good) ->
                        each.equals(function)
                                ? new Cloud(
                                        good.tables(),
                                        new SendsLater(good.queue()),
                                        good.objects(),
                                        good.parameters())
                                : good;
        try (World world = new World("planted", story, Script.calm(), planting)) {
            return world.run().stream().map(Finding::violation).toList();
        }
    }

    private static List<Violation> violations(Survey.Outcome outcome) {
        return outcome.findings().stream().map(Finding::violation).toList();
    }

    private static boolean isOfTheEnd(Call call) {
        return call.process().equals("provider-poll")
                && List.of("PUT object", "TransactWriteItems").contains(call.operation());
    }
}
