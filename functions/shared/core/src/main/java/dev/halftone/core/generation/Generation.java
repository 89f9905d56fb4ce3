package dev.halftone.core.generation;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.MicroDollars;
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
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request for a picture, from its acceptance to its end.
 *
 * <p>The first terminal state wins: an event that comes later, or that the state does not know, is
 * ignored. Only a result may follow on being given up, and then free of charge. The whole table of
 * states and events is {@link #on}.
 *
 * @param deadline when it is given up and its credits return
 * @param trace the action that asked for it
 * @param assignment which provider has it, or is to get it
 * @param costs the money behind it
 * @param shelf where its owner keeps it
 * @param admission by what it was let in
 * @param course what has happened to it
 * @param revision counts changes; a change is stored only on top of the revision it was made from
 */
public record Generation(
        GenerationId id,
        UserId owner,
        AccountId account,
        GenerationRequest request,
        Price price,
        Instant createdAt,
        Instant deadline,
        TraceId trace,
        Assignment assignment,
        Costs costs,
        Shelf shelf,
        Admission admission,
        Course course,
        GenerationState state,
        boolean cancelRequested,
        long revision) {

    /** A new generation, due at once. */
    public Generation(
            GenerationId id,
            UserId owner,
            AccountId account,
            GenerationRequest request,
            Price price,
            Instant createdAt,
            Instant deadline,
            TraceId trace,
            Assignment assignment,
            Costs costs) {
        this(
                id,
                owner,
                account,
                request,
                price,
                createdAt,
                deadline,
                trace,
                assignment,
                costs,
                Shelf.NONE,
                Admission.NONE,
                Course.begun(createdAt),
                new Accepted(createdAt, 0),
                false,
                0);
    }

    /** Which queue it waits in. */
    public WorkItem.Stage stage() {
        if (state instanceof Delivering) {
            return WorkItem.Stage.DELIVERY;
        }
        return assignment.stage();
    }

    /**
     * What is left of its price, negative where it cost more than it brought in; empty while it
     * lives. A provider that says it failed asks nothing; one that was given up, or whose result
     * was of no use, may ask all the same, and is taken to.
     */
    public Optional<MicroDollars> margin() {
        return switch (state) {
            case Succeeded succeeded ->
                    Optional.of(
                            (succeeded.free() ? MicroDollars.ZERO : costs.worth())
                                    .minus(assignment.cost())
                                    .minus(costs.own()));
            case Failed failed ->
                    Optional.of(
                            (failed.reason().isBilled() && failed.request() != null
                                            ? MicroDollars.ZERO.minus(assignment.cost())
                                            : MicroDollars.ZERO)
                                    .minus(costs.own()));
            case Accepted _, Submitting _, Running _, Delivering _ -> Optional.empty();
        };
    }

    /** The generation after {@code event}, or empty if the event means nothing here. */
    public Optional<Generation> on(GenerationEvent event) {
        return Optional.ofNullable(
                        switch (state) {
                            case Accepted accepted -> onAccepted(accepted, event);
                            case Submitting submitting -> onSubmitting(submitting, event);
                            case Running running -> onRunning(running, event);
                            case Delivering delivering -> onDelivering(delivering, event);
                            case Failed failed -> Ended.onFailed(this, failed, event);
                            case Succeeded _ -> Ended.on(this, event);
                        })
                .map(after -> after.telling(Retelling.of(this, event, after.state())));
    }

    private @Nullable Generation onAccepted(Accepted from, GenerationEvent event) {
        return switch (event) {
            case SubmissionStarted started ->
                    to(new Submitting(started.leaseUntil(), from.submissions() + 1));
            // A callback may overtake us after a submission that seemed to have been refused.
            case SubmissionAccepted accepted -> to(running(accepted));
            // By a worker whose lease has ended: another one has called since, and was put off.
            case DeliveredAtOnce delivered -> to(succeeded(delivered));
            case GivenUp givenUp -> to(failed(givenUp, null));
            case CancelRequested cancel ->
                    to(new Failed(FailureReason.CANCELLED, "before submission", null, cancel.at()));
            case SubmissionPostponed _,
                    Reassigned _,
                    InquiryStarted _,
                    PollStarted _,
                    PollPutOff _,
                    Progressed _,
                    ResultReady _,
                    DeliveryStarted _,
                    DeliveryPostponed _,
                    ResultRefreshed _,
                    ResultRejected _,
                    Delivered _,
                    DeliveredLate _,
                    LeftBehind _,
                    ErasureStarted _,
                    ErasureEnded _,
                    Removed _ ->
                    null;
        };
    }

    private @Nullable Generation onSubmitting(Submitting from, GenerationEvent event) {
        return switch (event) {
            case SubmissionStarted started ->
                    to(new Submitting(started.leaseUntil(), from.submissions() + 1));
            case InquiryStarted started ->
                    to(new Submitting(started.leaseUntil(), from.submissions()));
            // A call that was surely not taken leaves nothing unknown behind.
            case SubmissionPostponed postponed ->
                    to(new Accepted(postponed.dueAt(), Math.max(0, from.submissions() - 1)));
            case Reassigned reassigned -> reassigned(from, reassigned);
            case SubmissionAccepted accepted -> to(running(accepted));
            case DeliveredAtOnce delivered -> to(succeeded(delivered));
            case GivenUp givenUp -> to(failed(givenUp, null));
            case CancelRequested _ -> cancelRequested ? null : withCancelRequested();
            case PollStarted _,
                    PollPutOff _,
                    Progressed _,
                    ResultReady _,
                    DeliveryStarted _,
                    DeliveryPostponed _,
                    ResultRefreshed _,
                    ResultRejected _,
                    Delivered _,
                    DeliveredLate _,
                    LeftBehind _,
                    ErasureStarted _,
                    ErasureEnded _,
                    Removed _ ->
                    null;
        };
    }

    /** Nobody else may get what another call may have given away, nor what is not wanted. */
    private @Nullable Generation reassigned(Submitting from, Reassigned event) {
        boolean surelyNotTaken = from.submissions() == 1;
        return surelyNotTaken && !cancelRequested
                ? changed(event.to(), new Accepted(event.at(), 0), false, revision + 1)
                : null;
    }

    private @Nullable Generation onRunning(Running from, GenerationEvent event) {
        return switch (event) {
            case PollStarted started -> polled(from, started.nextPollAt(), from.polls() + 1);
            case PollPutOff putOff -> polled(from, putOff.nextPollAt(), from.polls());
            case Progressed progressed ->
                    to(
                            new Running(
                                    from.request(),
                                    from.nextPollAt(),
                                    from.polls(),
                                    progressed.queuePosition()));
            case ResultReady ready ->
                    to(new Delivering(from.request(), ready.results(), ready.dueAt(), 0, 0));
            case GivenUp givenUp -> to(failed(givenUp, from.request()));
            case CancelRequested _ -> cancelRequested ? null : withCancelRequested();
            case SubmissionStarted _,
                    SubmissionPostponed _,
                    Reassigned _,
                    InquiryStarted _,
                    SubmissionAccepted _,
                    DeliveryStarted _,
                    DeliveryPostponed _,
                    ResultRefreshed _,
                    ResultRejected _,
                    Delivered _,
                    DeliveredAtOnce _,
                    DeliveredLate _,
                    LeftBehind _,
                    ErasureStarted _,
                    ErasureEnded _,
                    Removed _ ->
                    null;
        };
    }

    private Generation polled(Running from, Instant nextPollAt, int polls) {
        return to(new Running(from.request(), nextPollAt, polls, from.queuePosition()));
    }

    private @Nullable Generation onDelivering(Delivering from, GenerationEvent event) {
        return switch (event) {
            case DeliveryStarted started ->
                    delivering(from, started.leaseUntil(), from.attempts() + 1, from.rejections());
            case DeliveryPostponed postponed ->
                    delivering(from, postponed.dueAt(), from.attempts(), from.rejections());
            case ResultRejected rejected ->
                    delivering(from, rejected.dueAt(), from.attempts(), from.rejections() + 1);
            case ResultRefreshed refreshed ->
                    to(
                            new Delivering(
                                    from.request(),
                                    refreshed.results(),
                                    refreshed.dueAt(),
                                    from.attempts(),
                                    from.rejections()));
            case Delivered delivered ->
                    to(new Succeeded(from.request(), delivered.media(), delivered.at(), false));
            case GivenUp givenUp -> to(failed(givenUp, from.request()));
            // The work is done and paid for at the provider: too late to stop.
            case CancelRequested _,
                    SubmissionStarted _,
                    SubmissionPostponed _,
                    Reassigned _,
                    InquiryStarted _,
                    SubmissionAccepted _,
                    PollStarted _,
                    PollPutOff _,
                    Progressed _,
                    ResultReady _,
                    DeliveredAtOnce _,
                    DeliveredLate _,
                    LeftBehind _,
                    ErasureStarted _,
                    ErasureEnded _,
                    Removed _ ->
                    null;
        };
    }

    private Generation delivering(Delivering from, Instant dueAt, int attempts, int rejections) {
        return to(new Delivering(from.request(), from.results(), dueAt, attempts, rejections));
    }

    /** The same in a project from its beginning. */
    public Generation in(@Nullable ProjectId project) {
        return kept(request, shelf.in(project));
    }

    /** The same, let in by this. */
    public Generation admitted(Admission by) {
        return rewritten(request, shelf, by, course);
    }

    Generation kept(GenerationRequest asked, Shelf where) {
        return rewritten(asked, where, admission, course);
    }

    /** The same at a price that was promised then. */
    Generation quoted(Instant at) {
        return rewritten(request, shelf, admission, course.quoted(at));
    }

    private Generation telling(List<Step> news) {
        return news.isEmpty() ? this : rewritten(request, shelf, admission, course.and(news));
    }

    private Generation rewritten(GenerationRequest asked, Shelf where, Admission by, Course told) {
        return new Generation(
                id,
                owner,
                account,
                asked,
                price,
                createdAt,
                deadline,
                trace,
                assignment,
                costs,
                where,
                by,
                told,
                state,
                cancelRequested,
                revision);
    }

    /** The same change, with what remains at the provider noted in it. */
    public Generation leaving(Remains remains) {
        GenerationState left = Ended.left(state, remains);
        return changed(assignment, left, cancelRequested, revision);
    }

    private static Succeeded succeeded(DeliveredAtOnce delivered) {
        return new Succeeded(delivered.request(), delivered.media(), delivered.at(), false);
    }

    private static Running running(SubmissionAccepted accepted) {
        return new Running(accepted.request(), accepted.nextPollAt(), 0, accepted.queuePosition());
    }

    /** What ends after the user asked to stop ended because of it, unless a safety rule spoke. */
    private Failed failed(GivenUp givenUp, @Nullable ProviderRequest request) {
        boolean cancelled = cancelRequested && givenUp.reason() != FailureReason.MODERATION;
        FailureReason reason = cancelled ? FailureReason.CANCELLED : givenUp.reason();
        return new Failed(reason, givenUp.detail(), givenUp.objection(), request, givenUp.at());
    }

    private Generation withCancelRequested() {
        return changed(assignment, state, true, revision + 1);
    }

    Generation to(GenerationState next) {
        return changed(assignment, next, cancelRequested, revision + 1);
    }

    private Generation changed(
            Assignment assigned, GenerationState next, boolean cancelled, long nextRevision) {
        return new Generation(
                id,
                owner,
                account,
                request,
                price,
                createdAt,
                deadline,
                trace,
                assigned,
                costs,
                shelf,
                admission,
                course,
                next,
                cancelled,
                nextRevision);
    }
}
