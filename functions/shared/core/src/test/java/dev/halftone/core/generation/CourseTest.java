package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Step.Kind;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: whoever asks what became of credits is told every step that mattered, in order. */
class CourseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ProviderRequest PROVIDER = new ProviderRequest("gemini", "r1", Map.of());

    @Test
    void tellsEachAttemptUntilTheCharge() {
        Course course =
                after(
                                accepted(),
                                new GenerationEvent.SubmissionStarted(at(9), at(1)),
                                new GenerationEvent.SubmissionPostponed(at(9), Setback.BUSY, at(2)),
                                new GenerationEvent.SubmissionStarted(at(9), at(3)),
                                new GenerationEvent.Reassigned(
                                        new Assignment("gemini", false, MicroDollars.ZERO),
                                        Setback.KEY_REFUSED,
                                        at(4)),
                                new GenerationEvent.SubmissionStarted(at(9), at(5)),
                                new GenerationEvent.SubmissionAccepted(PROVIDER, at(9), at(6)),
                                new GenerationEvent.PollStarted(at(9)),
                                new GenerationEvent.ResultReady(List.of(), at(7)),
                                new GenerationEvent.DeliveryStarted(at(9)),
                                new GenerationEvent.DeliveryPostponed(at(9), at(8)),
                                new GenerationEvent.Delivered(List.of(), at(9)))
                        .course();

        assertThat(lines(course))
                .containsExactly(
                        "quoted 0 - - -",
                        "reserved 0 - - -",
                        "submitted 1 fal - -",
                        "postponed 2 fal busy -",
                        "submitted 3 fal - -",
                        "handed_on 4 gemini key_refused -",
                        "submitted 5 gemini - -",
                        "taken 6 gemini - -",
                        "made 7 gemini - -",
                        "held_up 8 - not_stored -",
                        "delivered 9 gemini - -",
                        "charged 9 - - 1");
    }

    // Protects: however a generation fails, its course says by which rule the credits went back.
    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void tellsByWhichRuleCreditsWentBack(FailureReason reason) {
        Course course =
                after(accepted(), new GenerationEvent.GivenUp(reason, "why", at(1))).course();

        Step last = course.steps().getLast();
        assertThat(last.kind()).isEqualTo(Kind.RETURNED);
        assertThat(last.rule()).isEqualTo(Rule.of(reason));
        assertThat(Rule.of(reason).effect()).isEqualTo(Rule.Effect.RETURNED);
    }

    @Test
    void tellsThatAGiftCostNothing() {
        Generation given =
                after(
                        accepted(),
                        new GenerationEvent.SubmissionStarted(at(9), at(1)),
                        new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "", at(2)),
                        new GenerationEvent.DeliveredLate(PROVIDER, List.of(), at(3)));

        assertThat(lines(given.course()))
                .endsWith("failed 2 fal - -", "returned 2 - - 3", "given 3 - - 10");
    }

    @Test
    void tellsThatItsOwnerStoppedIt() {
        Generation stopped = after(accepted(), new GenerationEvent.CancelRequested(at(1)));

        assertThat(lines(stopped.course()))
                .endsWith("stop_asked 1 - - -", "failed 1 - - -", "returned 1 - - 9");
    }

    // Protects: a course is bounded, and what explains the credits is never what gives way.
    @Test
    void keepsItsBeginningAndItsEndWhenItIsFull() {
        Generation busy = accepted();
        for (int times = 0; times < Course.STEPS_MAX; times++) {
            busy =
                    after(
                            busy,
                            new GenerationEvent.SubmissionStarted(at(9), at(1)),
                            new GenerationEvent.SubmissionPostponed(at(9), Setback.BUSY, at(2)));
        }
        Course course =
                after(busy, new GenerationEvent.GivenUp(FailureReason.TIMEOUT, "", at(3))).course();

        assertThat(course.steps()).hasSize(Course.STEPS_MAX);
        assertThat(course.leftOut()).isEqualTo(2 + 2 * Course.STEPS_MAX + 2 - Course.STEPS_MAX);
        assertThat(lines(course)).startsWith("quoted 0 - - -", "reserved 0 - - -");
        assertThat(lines(course)).endsWith("failed 3 fal - -", "returned 3 - - 3");
    }

    // Protects: what was stored before steps were is still told from its beginning and its end.
    @Test
    void recallsWhatIsOlderThanSteps() {
        GenerationState succeeded =
                new GenerationState.Succeeded(PROVIDER, List.of(), at(5), false);
        GenerationState failed =
                new GenerationState.Failed(FailureReason.MODERATION, "", null, at(5));

        assertThat(lines(Course.recalled(NOW, succeeded)))
                .containsExactly("reserved 0 - - -", "delivered 5 - - -", "charged 5 - - 1");
        assertThat(lines(Course.recalled(NOW, failed)))
                .containsExactly("reserved 0 - - -", "failed 5 - - -", "returned 5 - - 2");
        assertThat(lines(Course.recalled(NOW, new GenerationState.Accepted(NOW, 0))))
                .containsExactly("reserved 0 - - -");
    }

    // Protects: numbers are stored and quoted; none ever comes to mean something else.
    @Test
    void numbersItsRulesForEver() {
        assertThat(Rule.values())
                .extracting(rule -> rule.number() + " " + rule + " " + rule.effect())
                .containsExactly(
                        "1 DELIVERED CHARGED",
                        "2 REFUSED RETURNED",
                        "3 DEADLINE RETURNED",
                        "4 PROVIDER_FAILED RETURNED",
                        "5 NOBODY_TOOK_IT RETURNED",
                        "6 NOT_AS_ASKED RETURNED",
                        "7 NOT_STORED RETURNED",
                        "8 NOT_POSSIBLE RETURNED",
                        "9 STOPPED RETURNED",
                        "10 GIFT NONE");
        assertThat(Arrays.stream(Rule.values()).map(rule -> Rule.ofNumber(rule.number())))
                .containsExactlyElementsOf(Arrays.stream(Rule.values()).map(Optional::of).toList());
    }

    private static List<String> lines(Course course) {
        return course.steps().stream().map(CourseTest::line).toList();
    }

    private static String line(Step step) {
        return String.join(
                " ",
                step.kind().code(),
                Long.toString(step.at().getEpochSecond() - NOW.getEpochSecond()),
                step.provider() == null ? "-" : step.provider(),
                step.setback() == null ? "-" : step.setback().code(),
                step.rule() == null ? "-" : Integer.toString(step.rule().number()));
    }

    private static Generation after(Generation before, GenerationEvent... events) {
        Generation generation = before;
        for (GenerationEvent event : events) {
            generation = generation.on(event).orElseThrow();
        }
        return generation;
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }

    private static Generation accepted() {
        return new Generation(
                        new GenerationId("gen_" + "a".repeat(32)),
                        new UserId("usr_" + "0".repeat(32)),
                        new AccountId("acc_" + "1".repeat(32)),
                        new GenerationRequest(
                                "model", "prompt", new AspectRatio(1, 1), Resolution.ONE_K, null),
                        new Price(new Credits(4), "2026-11-01"),
                        NOW,
                        NOW.plusSeconds(300),
                        TraceId.derivedFrom("a click"),
                        new Assignment("fal", false, new MicroDollars(10_000)),
                        Costs.UNKNOWN)
                .quoted(NOW);
    }
}
