package dev.halftone.core.generation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a generation stands; each case holds only what exists there. */
public sealed interface GenerationState {

    /**
     * Credits are pending, nobody works on it.
     *
     * @param submissions how many calls remained without an answer
     */
    record Accepted(Instant dueAt, int submissions) implements GenerationState {}

    /**
     * A submission is under way, or its outcome is unknown.
     *
     * @param leaseUntil until then one worker owns the call
     * @param submissions how many calls may have been taken, this one included
     */
    record Submitting(Instant leaseUntil, int submissions) implements GenerationState {}

    /** The provider has it. */
    record Running(
            ProviderRequest request, Instant nextPollAt, int polls, @Nullable Integer queuePosition)
            implements GenerationState {}

    /**
     * The provider is done; the results are being copied and checked.
     *
     * @param attempts how often a worker began
     * @param rejections how often what it fetched was not what was asked for
     */
    record Delivering(
            ProviderRequest request,
            List<ProviderMedia> results,
            Instant dueAt,
            int attempts,
            int rejections)
            implements GenerationState {
        public Delivering {
            results = List.copyOf(results);
        }
    }

    /**
     * Delivered; the transfer is posted in the same transaction.
     *
     * @param free whether it was given up before, so that its transfer is void and stays so
     */
    record Succeeded(
            ProviderRequest request, List<Media> media, Instant at, boolean free, Remains remains)
            implements GenerationState {
        public Succeeded {
            media = List.copyOf(media);
        }

        /** Before anybody has looked at what remains. */
        public Succeeded(ProviderRequest request, List<Media> media, Instant at, boolean free) {
            this(request, media, at, free, new Remains.Nothing());
        }
    }

    /**
     * Ended without a result; the transfer is voided in the same transaction.
     *
     * @param detail for operators: what the provider said
     * @param objection what the provider's rules refused; {@code null} if they did not, or it did
     *     not say
     */
    record Failed(
            FailureReason reason,
            String detail,
            @Nullable Objection objection,
            @Nullable ProviderRequest request,
            Instant at,
            Remains remains)
            implements GenerationState {
        public Failed {
            Objection.requireFits(reason, objection);
        }

        /** Of something else than a provider's rules. */
        public Failed(
                FailureReason reason,
                String detail,
                @Nullable ProviderRequest request,
                Instant at) {
            this(reason, detail, null, request, at);
        }

        /** Before anybody has looked at what remains. */
        public Failed(
                FailureReason reason,
                String detail,
                @Nullable Objection objection,
                @Nullable ProviderRequest request,
                Instant at) {
            this(reason, detail, objection, request, at, new Remains.Nothing());
        }
    }

    /** Whether the generation has ended. */
    default boolean isTerminal() {
        return this instanceof Succeeded || this instanceof Failed;
    }

    /** What its provider still has of it; nothing is said of that while it lives. */
    default Remains remains() {
        return switch (this) {
            case Succeeded succeeded -> succeeded.remains();
            case Failed failed -> failed.remains();
            case Accepted _, Submitting _, Running _, Delivering _ -> new Remains.Nothing();
        };
    }

    /** When somebody must look at it again; {@code null} once nothing is left to do. */
    default @Nullable Instant dueAt() {
        return switch (this) {
            case Accepted accepted -> accepted.dueAt();
            case Submitting submitting -> submitting.leaseUntil();
            case Running running -> running.nextPollAt();
            case Delivering delivering -> delivering.dueAt();
            case Succeeded _, Failed _ ->
                    remains() instanceof Remains.ToErase left ? left.dueAt() : null;
        };
    }

    /** When it ended; {@code null} while it lives. */
    default @Nullable Instant endedAt() {
        return switch (this) {
            case Succeeded succeeded -> succeeded.at();
            case Failed failed -> failed.at();
            case Accepted _, Submitting _, Running _, Delivering _ -> null;
        };
    }

    /** How to find it at the provider; {@code null} while no provider is known to have it. */
    default @Nullable ProviderRequest providerRequest() {
        return switch (this) {
            case Accepted _, Submitting _ -> null;
            case Running running -> running.request();
            case Delivering delivering -> delivering.request();
            case Succeeded succeeded -> succeeded.request();
            case Failed failed -> failed.request();
        };
    }

    /** The word for it, such as {@code running}. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
