package dev.halftone.core.batch;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.Optional;

/** What a person does to a batch that was started. Doing it again changes nothing more. */
public final class ChangeBatch {

    private static final int TRIES_MAX = 8;

    private final Batches batches;
    private final BatchQueue queue;

    public ChangeBatch(Batches batches, BatchQueue queue) {
        this.batches = batches;
        this.queue = queue;
    }

    /** What is to happen. */
    public enum Wish {
        PAUSE,
        RESUME,
        CANCEL,
        /** What failed is to be made again. */
        RETRY
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** It stands as it was wished, perhaps since long. */
        record Stands(Batch batch) implements Outcome {}

        record Unknown() implements Outcome {}

        /** That cannot be done to a batch that stands so. */
        record NotNow(Batch batch) implements Outcome {}

        record LaneFull() implements Outcome {}
    }

    public Outcome change(BatchId id, UserId user, Wish wish, Instant now) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Batch> found =
                    batches.find(id).filter(batch -> batch.origin().owner().equals(user));
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            Batch batch = found.get();
            Optional<Batch> after = after(batch, wish, now);
            if (after.isEmpty()) {
                return stands(batch, wish) ? new Outcome.Stands(batch) : new Outcome.NotNow(batch);
            }
            Lane lane = batches.lane(user);
            if (!batch.isUnderWay() && after.get().isUnderWay() && lane.isFull()) {
                return new Outcome.LaneFull();
            }
            if (batches.move(batch, after.get(), lane)) {
                StartBatch.announce(queue, after.get());
                return new Outcome.Stands(after.get());
            }
        }
        throw new TransientFailure("batches", "it changed during every attempt");
    }

    /** Empty if nothing is to be changed. */
    private static Optional<Batch> after(Batch batch, Wish wish, Instant now) {
        return switch (wish) {
            case PAUSE -> paused(batch, now);
            case RESUME ->
                    batch.state() instanceof BatchState.Paused
                            ? Optional.of(batch.resumed(now))
                            : Optional.empty();
            case CANCEL ->
                    switch (batch.state()) {
                        case BatchState.Draft _, BatchState.Running _, BatchState.Paused _ ->
                                Optional.of(batch.cancelled(now));
                        case BatchState.Cancelled _, BatchState.Finished _ -> Optional.empty();
                    };
            case RETRY -> retried(batch, now);
        };
    }

    private static Optional<Batch> paused(Batch batch, Instant now) {
        BatchState.Paused byHand = new BatchState.Paused(PauseReason.PERSON, now, null);
        return switch (batch.state()) {
            case BatchState.Running _ -> Optional.of(batch.paused(byHand, now));
            // Else it would go on by itself, against the wish.
            case BatchState.Paused paused ->
                    paused.reason() == PauseReason.PERSON
                            ? Optional.empty()
                            : Optional.of(batch.paused(byHand, now));
            case BatchState.Draft _, BatchState.Cancelled _, BatchState.Finished _ ->
                    Optional.empty();
        };
    }

    private static Optional<Batch> retried(Batch batch, Instant now) {
        return switch (batch.state()) {
            case BatchState.Running _, BatchState.Paused _, BatchState.Finished _ ->
                    batch.marks().again().equals(batch.marks())
                            ? Optional.empty()
                            : Optional.of(batch.retried(now));
            case BatchState.Draft _, BatchState.Cancelled _ -> Optional.empty();
        };
    }

    private static boolean stands(Batch batch, Wish wish) {
        return switch (wish) {
            case PAUSE -> batch.state() instanceof BatchState.Paused;
            case RESUME -> batch.state() instanceof BatchState.Running;
            case CANCEL -> batch.state() instanceof BatchState.Cancelled;
            case RETRY -> false;
        };
    }
}
