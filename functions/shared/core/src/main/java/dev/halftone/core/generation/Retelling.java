package dev.halftone.core.generation;

import dev.halftone.core.generation.GenerationEvent.CancelRequested;
import dev.halftone.core.generation.GenerationEvent.Delivered;
import dev.halftone.core.generation.GenerationEvent.DeliveredAtOnce;
import dev.halftone.core.generation.GenerationEvent.DeliveredLate;
import dev.halftone.core.generation.GenerationEvent.DeliveryPostponed;
import dev.halftone.core.generation.GenerationEvent.DeliveryStarted;
import dev.halftone.core.generation.GenerationEvent.ErasureEnded;
import dev.halftone.core.generation.GenerationEvent.ErasureStarted;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.InquiryStarted;
import dev.halftone.core.generation.GenerationEvent.LeftBehind;
import dev.halftone.core.generation.GenerationEvent.PollPutOff;
import dev.halftone.core.generation.GenerationEvent.PollStarted;
import dev.halftone.core.generation.GenerationEvent.Progressed;
import dev.halftone.core.generation.GenerationEvent.Reassigned;
import dev.halftone.core.generation.GenerationEvent.Removed;
import dev.halftone.core.generation.GenerationEvent.ResultReady;
import dev.halftone.core.generation.GenerationEvent.ResultRefreshed;
import dev.halftone.core.generation.GenerationEvent.ResultRejected;
import dev.halftone.core.generation.GenerationEvent.SubmissionAccepted;
import dev.halftone.core.generation.GenerationEvent.SubmissionPostponed;
import dev.halftone.core.generation.GenerationEvent.SubmissionStarted;
import dev.halftone.core.generation.Step.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an event that meant something adds to the course of a generation. */
final class Retelling {

    private Retelling() {}

    /** Nothing, of most: a course is read by people, and nobody reads fifty polls. */
    static List<Step> of(Generation before, GenerationEvent event, GenerationState after) {
        String provider = before.assignment().provider();
        return switch (event) {
            case SubmissionStarted(_, Instant at) ->
                    List.of(Step.with(Kind.SUBMITTED, at, provider));
            case SubmissionAccepted accepted ->
                    List.of(Step.with(Kind.TAKEN, accepted.at(), provider));
            case SubmissionPostponed(_, Setback why, Instant at) ->
                    List.of(Step.without(Kind.POSTPONED, at, provider, why));
            case Reassigned reassigned ->
                    List.of(
                            Step.without(
                                    Kind.HANDED_ON,
                                    reassigned.at(),
                                    reassigned.to().provider(),
                                    reassigned.why()));
            case ResultReady ready -> List.of(Step.with(Kind.MADE, ready.dueAt(), provider));
            case DeliveryPostponed(_, Instant at) -> List.of(heldUp(at, Setback.NOT_STORED));
            case ResultRejected(_, Instant at) -> List.of(heldUp(at, Setback.NOT_AS_ASKED));
            case Delivered _, DeliveredAtOnce _ -> ended(Kind.DELIVERED, provider, after);
            case GivenUp _ -> failed(provider, after);
            case DeliveredLate _ -> List.of(Step.by(after));
            case CancelRequested cancel -> stopped(cancel, after);
            case InquiryStarted _,
                    PollStarted _,
                    PollPutOff _,
                    Progressed _,
                    DeliveryStarted _,
                    ResultRefreshed _,
                    LeftBehind _,
                    ErasureStarted _,
                    ErasureEnded _,
                    Removed _ ->
                    List.of();
        };
    }

    private static Step heldUp(Instant at, Setback why) {
        return new Step(Kind.HELD_UP, at, null, why, null);
    }

    private static List<Step> ended(Kind kind, String provider, GenerationState after) {
        Instant at = Objects.requireNonNull(after.endedAt());
        return List.of(Step.with(kind, at, provider), Step.by(after));
    }

    /** What the provider's rules refused is told where it is known. */
    private static List<Step> failed(String provider, GenerationState after) {
        if (after instanceof GenerationState.Failed failed && failed.objection() != null) {
            Setback why = Setback.of(failed.objection());
            return List.of(Step.without(Kind.FAILED, failed.at(), provider, why), Step.by(after));
        }
        return ended(Kind.FAILED, provider, after);
    }

    /** Before any provider has it, the wish is the end. */
    private static List<Step> stopped(CancelRequested cancel, GenerationState after) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Kind.STOP_ASKED, cancel.at()));
        if (after.isTerminal()) {
            steps.add(Step.of(Kind.FAILED, cancel.at()));
            steps.add(Step.by(after));
        }
        return steps;
    }
}
