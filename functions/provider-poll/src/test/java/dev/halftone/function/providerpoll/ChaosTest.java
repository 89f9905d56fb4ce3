package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.ledger.Balance;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

// Goal: a second provider makes more succeed, and nothing is charged or ordered twice. Method:
// three
// in ten orders of the first one fail, in every way there is, as a seed decides; then once more
// with
// an adapter that takes its silence for a refusal.
class ChaosTest {

    private static final Route FAL = Samples.route("fal", "fal-ai/pro", MediaKind.IMAGE);
    private static final Route OPENAI = Samples.route("openai", "pro", MediaKind.IMAGE);
    private static final int GENERATIONS = 60;
    private static final int PER_CENT_FAILING = 30;
    private static final long SEED = 20261121;

    /** What came of all of them, each for one credit. */
    private record Tally(long succeeded, long charged, Set<GenerationId> orderedFromTwo) {}

    @Test
    void makesMoreSucceedAndChargesEachOnce() {
        Tally alone = run(false, FAL);
        Tally both = run(false, FAL, OPENAI);

        assertThat(both.succeeded()).isGreaterThan(alone.succeeded());
        assertThat(alone.charged()).isEqualTo(alone.succeeded());
        assertThat(both.charged()).isEqualTo(both.succeeded());
        assertThat(both.orderedFromTwo()).isEmpty();
    }

    @Test
    void noticesASecondOrderAfterAnUnknownOutcome() {
        Tally mistaken = run(true, FAL, OPENAI);

        assertThatThrownBy(() -> assertThat(mistaken.orderedFromTwo()).isEmpty())
                .isInstanceOf(AssertionError.class);
    }

    private static Tally run(boolean silenceIsTakenForARefusal, Route... routes) {
        Workshop workshop = new Workshop();
        workshop.store.ledger().grant(Samples.grant(1, 1, GENERATIONS));
        workshop.provider.setResendAffordable(false);
        workshop.deploy(
                Samples.profile(
                        Samples.catalogue(
                                List.of(Samples.model().by(List.of(routes))), List.of())));
        SplittableRandom random = new SplittableRandom(SEED);
        Set<GenerationId> taken = new HashSet<>();
        long succeeded = 0;
        for (int number = 1; number <= GENERATIONS; number++) {
            workshop.clock.set(Samples.NOW);
            GenerationId id = workshop.accepted(number, 1);
            SubmissionOutcome outcome = outcome(random, silenceIsTakenForARefusal, id, taken);
            workshop.provider.onSubmit(outcome);
            workshop.deliver("submit-due", id);
            workshop.runToTheEnd();
            // Whatever is still waited for is given up in the end.
            workshop.clock.set(Samples.NOW.plus(Duration.ofHours(1)));
            workshop.deliver("submit-due", id);
            succeeded +=
                    workshop.generation(id).state() instanceof GenerationState.Succeeded ? 1 : 0;
        }
        taken.retainAll(
                workshop.direct.orders.stream()
                        .map(ProviderOrder::generation)
                        .collect(Collectors.toSet()));
        return new Tally(succeeded, workshop.account().balances().amount(Balance.USED), taken);
    }

    private static SubmissionOutcome outcome(
            SplittableRandom random,
            boolean silenceIsTakenForARefusal,
            GenerationId id,
            Set<GenerationId> taken) {
        boolean fails = random.nextInt(100) < PER_CENT_FAILING;
        int how = random.nextInt(4);
        if (fails && how == 0) {
            return SubmissionOutcome.Refused.endpoint("fal answered 404");
        }
        if (fails && how == 1) {
            return SubmissionOutcome.Refused.key("fal answered 401");
        }
        if (fails && how == 2) {
            return new SubmissionOutcome.Postponed(Duration.ofSeconds(5), "not reached");
        }
        taken.add(id);
        if (fails) {
            return silenceIsTakenForARefusal
                    ? new SubmissionOutcome.Postponed(Duration.ofSeconds(5), "no answer")
                    : new SubmissionOutcome.Unknown("no answer");
        }
        return new SubmissionOutcome.Taken(ScriptedProvider.request("request-" + id));
    }
}
