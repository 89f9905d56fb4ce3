package dev.halftone.core.generation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to a generation. */
public sealed interface GenerationEvent {

    /** A worker is about to call the provider. */
    record SubmissionStarted(Instant leaseUntil, Instant at) implements GenerationEvent {}

    /** The provider surely did not take it; it is tried again at {@code dueAt}. */
    record SubmissionPostponed(Instant dueAt, Setback why, Instant at) implements GenerationEvent {}

    /** Its provider surely did not take it; the next one is to get it, at once. */
    record Reassigned(Assignment to, Setback why, Instant at) implements GenerationEvent {}

    /** A worker is about to ask the provider what became of a submission without an answer. */
    record InquiryStarted(Instant leaseUntil) implements GenerationEvent {}

    /**
     * The provider took it: by its answer, or by a callback that carries our id.
     *
     * @param queuePosition how many are ahead, if it said so
     */
    record SubmissionAccepted(
            ProviderRequest request,
            @Nullable Integer queuePosition,
            Instant nextPollAt,
            Instant at)
            implements GenerationEvent {
        public SubmissionAccepted(ProviderRequest request, Instant nextPollAt, Instant at) {
            this(request, null, nextPollAt, at);
        }
    }

    /** A worker is about to ask the provider. */
    record PollStarted(Instant nextPollAt) implements GenerationEvent {}

    /** The provider asked to be left alone until then. */
    record PollPutOff(Instant nextPollAt) implements GenerationEvent {}

    /** The provider said how many are ahead. */
    record Progressed(@Nullable Integer queuePosition) implements GenerationEvent {}

    /**
     * The provider is done.
     *
     * @param dueAt now: what it made is to be copied at once
     */
    record ResultReady(List<ProviderMedia> results, Instant dueAt) implements GenerationEvent {
        public ResultReady {
            results = List.copyOf(results);
        }
    }

    /** A worker is about to copy the results. */
    record DeliveryStarted(Instant leaseUntil) implements GenerationEvent {}

    /** The provider offers the same results under other addresses, for the old ones expired. */
    record ResultRefreshed(List<ProviderMedia> results, Instant dueAt) implements GenerationEvent {
        public ResultRefreshed {
            results = List.copyOf(results);
        }
    }

    /** The results could not be fetched or stored this time. */
    record DeliveryPostponed(Instant dueAt, Instant at) implements GenerationEvent {}

    /** What was fetched is not what was asked for; it is fetched once more at {@code dueAt}. */
    record ResultRejected(Instant dueAt, Instant at) implements GenerationEvent {}

    /** Everything is stored and checked. */
    record Delivered(List<Media> media, Instant at) implements GenerationEvent {
        public Delivered {
            media = List.copyOf(media);
        }
    }

    /** The provider's answer was the result, and it is stored and checked. */
    record DeliveredAtOnce(ProviderRequest request, List<Media> media, Instant at)
            implements GenerationEvent {
        public DeliveredAtOnce {
            media = List.copyOf(media);
        }
    }

    /** Stored and checked after it was given up: a gift, for its credits have gone back. */
    record DeliveredLate(ProviderRequest request, List<Media> media, Instant at)
            implements GenerationEvent {
        public DeliveredLate {
            media = List.copyOf(media);
        }
    }

    /**
     * It cannot succeed any more.
     *
     * @param objection what the provider's rules refused; {@code null} if they did not, or it did
     *     not say
     */
    record GivenUp(FailureReason reason, String detail, @Nullable Objection objection, Instant at)
            implements GenerationEvent {
        public GivenUp {
            Objection.requireFits(reason, objection);
        }

        public GivenUp(FailureReason reason, String detail, Instant at) {
            this(reason, detail, null, at);
        }
    }

    /** A provider turned out to have something of it after all. */
    record LeftBehind(Remains remains) implements GenerationEvent {}

    /** A worker is about to ask its provider to erase what it has. */
    record ErasureStarted(Instant dueAt) implements GenerationEvent {}

    /** Nothing more is to be done about what its provider has. */
    record ErasureEnded(List<Receipt> receipts) implements GenerationEvent {
        public ErasureEnded {
            receipts = List.copyOf(receipts);
        }
    }

    /** The user wants to stop. */
    record CancelRequested(Instant at) implements GenerationEvent {}

    /** Its owner wants nothing of it kept. */
    record Removed(Instant at) implements GenerationEvent {}
}
