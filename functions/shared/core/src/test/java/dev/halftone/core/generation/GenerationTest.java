package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.GenerationEvent.CancelRequested;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: the life of a generation is exactly this table, and its first end is its only one. */
class GenerationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ProviderRequest PROVIDER = new ProviderRequest("fal", "r1", Map.of());
    private static final Remains LEFT = new Remains.ToErase(PROVIDER, NOW, 0);

    // Rows: states. Columns: events, in the order of EVENTS. A dot: ignored. (c): cancel noted.
    // "Failed" is being given up at the deadline here, the only kind that a result may still
    // follow. Of what has ended, its provider is still to erase what it has.
    private static final String TABLE =
            """
            accepted    submitting . . . running . . . . . . . . . succeeded . failed failed . . . .
            submitting  submitting submitting accepted accepted running . . . . . . . . . succeeded . failed submitting(c) . . . .
            running     . . . . . running running running delivering . . . . . . . failed running(c) . . . .
            delivering  . . . . . . . . . delivering delivering delivering delivering succeeded . . failed . . . . .
            succeeded   . . . . . . . . . . . . . . . . . . . succeeded succeeded succeeded
            failed      . . . . . . . . . . . . . . . succeeded . . . failed failed failed
            """;

    private static final List<GenerationState> STATES =
            List.of(
                    new GenerationState.Accepted(NOW, 0),
                    new GenerationState.Submitting(NOW, 1),
                    new GenerationState.Running(PROVIDER, NOW, 0, null),
                    new GenerationState.Delivering(PROVIDER, List.of(), NOW, 0, 0),
                    new GenerationState.Succeeded(PROVIDER, List.of(), NOW, false, LEFT),
                    new GenerationState.Failed(
                            FailureReason.TIMEOUT, "", null, PROVIDER, NOW, LEFT));

    private static final List<GenerationEvent> EVENTS =
            List.of(
                    new GenerationEvent.SubmissionStarted(NOW, NOW),
                    new GenerationEvent.InquiryStarted(NOW),
                    new GenerationEvent.SubmissionPostponed(NOW, Setback.BUSY, NOW),
                    new GenerationEvent.Reassigned(
                            new Assignment("gemini", true, new MicroDollars(10_000)),
                            Setback.BUSY,
                            NOW),
                    new GenerationEvent.SubmissionAccepted(PROVIDER, NOW, NOW),
                    new GenerationEvent.PollStarted(NOW),
                    new GenerationEvent.PollPutOff(NOW),
                    new GenerationEvent.Progressed(null),
                    new GenerationEvent.ResultReady(List.of(), NOW),
                    new GenerationEvent.DeliveryStarted(NOW),
                    new GenerationEvent.ResultRefreshed(List.of(), NOW),
                    new GenerationEvent.DeliveryPostponed(NOW, NOW),
                    new GenerationEvent.ResultRejected(NOW, NOW),
                    new GenerationEvent.Delivered(List.of(), NOW),
                    new GenerationEvent.DeliveredAtOnce(PROVIDER, List.of(), NOW),
                    new GenerationEvent.DeliveredLate(PROVIDER, List.of(), NOW),
                    new GivenUp(FailureReason.PROVIDER_ERROR, "", NOW),
                    new CancelRequested(NOW),
                    new GenerationEvent.LeftBehind(LEFT),
                    new GenerationEvent.ErasureStarted(NOW),
                    new GenerationEvent.ErasureEnded(List.of()),
                    new GenerationEvent.Removed(NOW));

    @Test
    void livesExactlyThisTable() {
        StringBuilder table = new StringBuilder();
        for (GenerationState state : STATES) {
            table.append("%-11s".formatted(state.label()));
            for (GenerationEvent event : EVENTS) {
                table.append(' ').append(cell(in(state).on(event)));
            }
            table.append('\n');
        }

        assertThat(table).hasToString(TABLE);
    }

    @Test
    void coversEveryStateAndEvent() {
        assertThat(STATES.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(GenerationState.class.getPermittedSubclasses());
        assertThat(EVENTS.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(GenerationEvent.class.getPermittedSubclasses());
    }

    @Test
    void countsEveryChange() {
        for (GenerationState state : STATES) {
            for (GenerationEvent event : EVENTS) {
                in(state).on(event).ifPresent(after -> assertThat(after.revision()).isEqualTo(1));
            }
        }
    }

    @Test
    void hasADueTimeUntilNothingIsLeftToDo() {
        assertThat(STATES).allSatisfy(state -> assertThat(state.dueAt()).isEqualTo(NOW));
        assertThat(STATES)
                .filteredOn(GenerationState::isTerminal)
                .hasSize(2)
                .allSatisfy(
                        state ->
                                assertThat(
                                                in(state)
                                                        .on(
                                                                new GenerationEvent.ErasureEnded(
                                                                        List.of()))
                                                        .orElseThrow()
                                                        .state()
                                                        .dueAt())
                                        .isNull());
    }

    /** What came too late from a provider that nobody knew to have it. */
    @Test
    void erasesWhatTurnsUpAfterItWasGivenUp() {
        Generation failed = in(new GenerationState.Failed(FailureReason.TIMEOUT, "", null, NOW));

        Generation after = failed.on(new GenerationEvent.LeftBehind(LEFT)).orElseThrow();

        assertThat(after.state().remains()).isEqualTo(LEFT);
        assertThat(after.on(new GenerationEvent.LeftBehind(LEFT))).isEmpty();
    }

    @Test
    void erasesNothingWhereNothingIsLeft() {
        for (Remains remains : List.of(new Remains.Nothing(), new Remains.Told(List.of()))) {
            Generation delivered =
                    in(new GenerationState.Succeeded(PROVIDER, List.of(), NOW, false, remains));

            assertThat(delivered.on(new GenerationEvent.ErasureStarted(NOW))).isEmpty();
            assertThat(delivered.on(new GenerationEvent.ErasureEnded(List.of()))).isEmpty();
        }
    }

    @Test
    void endsAsCancelledOnceAskedToStopUnlessASafetyRuleSpoke() {
        Generation asked = in(STATES.get(2)).on(new CancelRequested(NOW)).orElseThrow();

        assertThat(reasonAfter(asked, FailureReason.PROVIDER_ERROR))
                .isEqualTo(FailureReason.CANCELLED);
        assertThat(reasonAfter(asked, FailureReason.MODERATION))
                .isEqualTo(FailureReason.MODERATION);
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void takesALateResultOnlyIfNobodyButWeEndedIt(FailureReason reason) {
        Generation failed = in(new GenerationState.Failed(reason, "", null, NOW));

        Optional<Generation> after =
                failed.on(new GenerationEvent.DeliveredLate(PROVIDER, List.of(), NOW));

        boolean givenUp =
                Set.of(FailureReason.TIMEOUT, FailureReason.PROVIDER_UNAVAILABLE).contains(reason);
        assertThat(after.isPresent()).isEqualTo(givenUp);
        after.ifPresent(
                generation ->
                        assertThat(generation.state())
                                .isEqualTo(
                                        new GenerationState.Succeeded(
                                                PROVIDER, List.of(), NOW, true)));
    }

    // Protects: what is not charged shows as what it cost us, and what is charged as what is left.
    @Test
    void knowsWhatIsLeftOfItsPriceOnceItHasEnded() {
        assertThat(in(new GenerationState.Succeeded(PROVIDER, List.of(), NOW, false)).margin())
                .contains(new MicroDollars(160_000 - 10_000 - 2_000));
        assertThat(in(new GenerationState.Succeeded(PROVIDER, List.of(), NOW, true)).margin())
                .contains(new MicroDollars(-10_000 - 2_000));
        assertThat(STATES.getFirst().isTerminal()).isFalse();
        assertThat(in(STATES.getFirst()).margin()).isEmpty();
    }

    // Protects: what a provider may bill is taken for billed, and nothing else.
    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void countsWhatAFailureMayHaveCost(FailureReason reason) {
        Set<FailureReason> free =
                Set.of(
                        FailureReason.MODERATION,
                        FailureReason.PROVIDER_ERROR,
                        FailureReason.INVALID_REQUEST);

        assertThat(in(new GenerationState.Failed(reason, "", PROVIDER, NOW)).margin())
                .contains(new MicroDollars(free.contains(reason) ? -2_000 : -12_000));
        assertThat(in(new GenerationState.Failed(reason, "", null, NOW)).margin())
                .contains(new MicroDollars(-2_000));
    }

    // Protects: what its owner removed stays removed, whatever a provider still says.
    @Test
    void whatWasRemovedLeavesNoWordsAndTakesNoLateResult() {
        Generation failed = in(STATES.get(5));

        Generation removed = failed.on(new GenerationEvent.Removed(NOW)).orElseThrow();

        assertThat(removed.shelf().removedAt()).isEqualTo(NOW);
        assertThat(removed.request().prompt()).isEmpty();
        assertThat(removed.price()).isEqualTo(failed.price());
        assertThat(removed.on(new GenerationEvent.DeliveredLate(PROVIDER, List.of(), NOW)))
                .isEmpty();
        assertThat(removed.on(new GenerationEvent.Removed(NOW))).isEmpty();
        assertThat(removed.on(new GenerationEvent.ErasureStarted(NOW))).isPresent();
    }

    private static FailureReason reasonAfter(Generation generation, FailureReason reason) {
        Generation after = generation.on(new GivenUp(reason, "", NOW)).orElseThrow();
        return ((GenerationState.Failed) after.state()).reason();
    }

    private static String cell(Optional<Generation> after) {
        return after.map(
                        generation ->
                                generation.state().label()
                                        + (generation.cancelRequested() ? "(c)" : ""))
                .orElse(".");
    }

    private static Generation in(GenerationState state) {
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
                new Costs(
                        new MicroDollars(20_000),
                        new MicroDollars(2_000),
                        new MicroDollars(160_000)),
                Shelf.NONE,
                Admission.NONE,
                Course.begun(NOW),
                state,
                false,
                0);
    }
}
