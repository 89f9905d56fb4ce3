package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.circuit.Circuit;
import dev.halftone.core.circuit.Sign;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.Assignment;
import dev.halftone.core.generation.DirectProvider.Outcome;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.lambda.GenerationResource;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects: what one provider surely did not take, another one makes, for one charge; and what one
// may have taken is never ordered from a second.
class FailoverTest {

    private static final Route FAL = Samples.route("fal", "fal-ai/pro", MediaKind.IMAGE);
    private static final Route OPENAI = Samples.route("openai", "pro", MediaKind.IMAGE);
    private static final SubmissionOutcome BUSY =
            new SubmissionOutcome.Postponed(Duration.ofSeconds(5), "fal answered 429");

    private final Workshop workshop = new Workshop();

    FailoverTest() {
        workshop.deploy(
                Samples.profile(
                        Samples.catalogue(
                                List.of(
                                        Samples.model().by(List.of(FAL, OPENAI)),
                                        Samples.directModel().by(List.of(OPENAI, FAL))),
                                List.of())));
    }

    static Stream<SubmissionOutcome> declining() {
        return Stream.of(
                BUSY,
                SubmissionOutcome.Refused.key("fal answered 401"),
                SubmissionOutcome.Refused.endpoint("fal answered 404"));
    }

    @ParameterizedTest
    @MethodSource("declining")
    void hasTheSecondMakeWhatTheFirstSurelyDidNotTakeForOneCharge(SubmissionOutcome declines) {
        workshop.provider.onSubmit(declines);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Succeeded.class);
        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.direct.calls()).isEqualTo(1);
        assertThat(workshop.journal())
                .extracting(JournalEntry::kind)
                .containsExactlyInAnyOrder(
                        JournalEntry.Kind.GRANT, JournalEntry.Kind.PENDING, JournalEntry.Kind.POST);
        assertThat(workshop.counted).contains(ProviderPollFunction.PROVIDER_FAILOVER);
    }

    @Test
    void saysWhoMadeItAndWhoDeclined() {
        workshop.provider.onSubmit(BUSY);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        Generation made = workshop.generation(id);
        assertThat(made.assignment())
                .isEqualTo(new Assignment("openai", true, Samples.COST, List.of("fal")));
        assertThat(
                        GenerationResource.of(made, Samples.catalogue(), Locale.ENGLISH)
                                .provider()
                                .name())
                .isEqualTo("By openai");
    }

    @Test
    void goesFromAProviderThatAnswersAtOnceToOneThatAnswersLater() {
        workshop.direct.onCall(Outcome.Refused.key("openai answered 401"));
        GenerationId id = workshop.acceptedDirect(1);

        workshop.deliver(WorkItem.due(id, WorkItem.Stage.DIRECT));
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Succeeded.class);
        assertThat(workshop.generation(id).assignment().provider()).isEqualTo("fal");
    }

    static Stream<SubmissionOutcome> judging() {
        return Stream.of(
                new SubmissionOutcome.Refused(FailureReason.MODERATION, "refused"),
                new SubmissionOutcome.Refused(FailureReason.INVALID_REQUEST, "refused"),
                new SubmissionOutcome.Refused(FailureReason.PROVIDER_ERROR, "made nothing"));
    }

    @ParameterizedTest
    @MethodSource("judging")
    void asksNobodyElseForWhatWasReadAndJudged(SubmissionOutcome judged) {
        workshop.provider.onSubmit(judged);
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Failed.class);
        assertThat(workshop.direct.calls()).isZero();
    }

    @Test
    void asksNobodyElseWhileAnOrderMayHaveBeenTaken() {
        workshop.provider.onSubmit(
                new SubmissionOutcome.Unknown("no answer"), BUSY, BUSY, BUSY, BUSY);
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);

        workshop.runToTheEnd();

        assertThat(workshop.provider.orders).hasSizeGreaterThan(2);
        assertThat(workshop.direct.calls()).isZero();
        assertThat(workshop.generation(id).assignment().provider()).isEqualTo("fal");
    }

    @Test
    void asksNobodyElseForWhatFailedAfterItWasTaken() {
        workshop.provider.onPoll(
                new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "failed at it"));
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);

        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(workshop.direct.calls()).isZero();
    }

    @Test
    void asksNobodyElseForWhatIsNotWantedAnyMore() {
        workshop.provider.onSubmit(BUSY);
        GenerationId id = workshop.accepted(1);
        workshop.provider.duringNextSubmission(() -> workshop.cancel(id));

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.CANCELLED);
        assertThat(workshop.direct.calls()).isZero();
    }

    @Test
    void waitsForTheLastOneUntilTheDeadlineIfAllDecline() {
        workshop.provider.onSubmit(BUSY);
        workshop.direct.onCall(new Outcome.Postponed(Duration.ofSeconds(30), "busy"));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.failure(id)).isEqualTo(FailureReason.PROVIDER_UNAVAILABLE);
        assertThat(workshop.provider.orders).hasSize(1);
        assertThat(workshop.direct.calls()).isGreaterThan(2);
        assertThat(workshop.account().available().amount()).isEqualTo(25);
    }

    @Test
    void givesNothingToOneThatFailsItself() {
        WatchRoutes watch = new WatchRoutes(workshop.circuits);
        for (int order = 0; order < Circuit.FAILURES_MAX; order++) {
            watch.saw(Sign.UNWELL, OPENAI, workshop.clock.instant());
        }
        workshop.provider.onSubmit(
                BUSY, new SubmissionOutcome.Taken(ScriptedProvider.request("a")));
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).assignment())
                .isEqualTo(Samples.assignment("fal", false));
        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Succeeded.class);
    }

    // It said that it had not taken it; what it makes all the same must not be charged.
    @Test
    void doesNotAdoptTheCallbackOfOneThatHadDeclined() {
        workshop.provider.onSubmit(BUSY);
        GenerationId id = workshop.accepted(1);
        workshop.deliver("submit-due", id);
        Generation before = workshop.generation(id);

        workshop.deliver(WorkItem.callback(id, "fal", ScriptedProvider.REQUEST_ID));

        assertThat(workshop.generation(id)).isEqualTo(before);
        assertThat(workshop.counted).contains(ProviderPollFunction.PROVIDER_COST_LEAK);
    }

    @Test
    void tellsAnOperatorOfAKeyThatIsRefusedAndKeepsFurtherOrdersBack() {
        workshop.provider.onSubmit(SubmissionOutcome.Refused.key("fal answered 401"));

        workshop.deliver("submit-due", workshop.accepted(1));

        assertThat(workshop.counted).contains(ProviderPollFunction.PROVIDER_KEY_REFUSED);
        assertThat(new WatchRoutes(workshop.circuits).shutUntil(FAL, workshop.clock.instant()))
                .contains(workshop.clock.instant().plus(Circuit.REFUSED));
    }

    // The order itself was taken: that nobody can write down how it went must not endanger it.
    @Test
    void losesNothingIfNobodyCanRememberHowItWent() {
        workshop.circuits.breakDown();
        GenerationId id = workshop.accepted(1);

        workshop.deliver("submit-due", id);
        workshop.runToTheEnd();

        assertThat(workshop.generation(id).state()).isInstanceOf(GenerationState.Succeeded.class);
    }
}
