package dev.halftone.core.batch;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of products of which a picture or film each is to be made, and how far that has come.
 *
 * @param terms what is made, and for how much; {@code null} of a draft
 * @param slots rows that are being made; each is marked as running
 * @param dueAt when somebody must look at it; {@code null} if nothing is left to do
 */
public record Batch(
        BatchId id,
        Origin origin,
        Sheet sheet,
        BatchState state,
        @Nullable Terms terms,
        Marks marks,
        List<Slot> slots,
        @Nullable Instant dueAt,
        long revision) {

    /** How long a draft can be started. */
    public static final Duration DRAFT_KEPT = Duration.ofHours(24);

    /** Whose it is, and where it came from. */
    public record Origin(UserId owner, AccountId account, TraceId trace, Instant createdAt) {}

    public Batch {
        slots = List.copyOf(slots);
        if (marks.rows() != sheet.rows() || marks.count(Mark.RUNNING) != slots.size()) {
            throw new IllegalArgumentException("Each row has a mark, and each that runs a slot");
        }
    }

    public static Batch draft(BatchId id, Origin origin, ParsedSheet parsed) {
        List<Integer> bad = parsed.findings().stream().map(RowFinding::row).toList();
        return new Batch(
                id,
                origin,
                parsed.sheet(),
                new BatchState.Draft(),
                null,
                Marks.of(parsed.sheet().rows(), bad),
                List.of(),
                null,
                0);
    }

    /** What is made of every row. */
    public Terms agreed() {
        return Objects.requireNonNull(terms, "A draft has no terms");
    }

    /** What all that still waits will cost, if nothing fails. */
    public Credits toCome() {
        return agreed().price().credits().times(marks.count(Mark.WAITING));
    }

    public boolean isDraft() {
        return state instanceof BatchState.Draft;
    }

    public boolean isLapsed(Instant now) {
        return isDraft() && !now.isBefore(origin.createdAt().plus(DRAFT_KEPT));
    }

    /** Whether it has a place in its owner's lane. */
    boolean isUnderWay() {
        return switch (state) {
            case BatchState.Running _, BatchState.Paused _ -> true;
            case BatchState.Draft _, BatchState.Cancelled _, BatchState.Finished _ ->
                    !slots.isEmpty();
        };
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    Batch started(Terms agreed, Marks checked, Instant now) {
        return with(new BatchState.Running(), agreed, checked, slots, now);
    }

    Batch paused(BatchState.Paused paused, Instant now) {
        return in(paused, marks, slots, now);
    }

    Batch resumed(Instant now) {
        return with(new BatchState.Running(), terms, marks, slots, now);
    }

    Batch cancelled(Instant now) {
        return in(new BatchState.Cancelled(), marks.turned(Mark.WAITING, Mark.SKIPPED), slots, now);
    }

    Batch retried(Instant now) {
        BatchState next = state instanceof BatchState.Finished ? new BatchState.Running() : state;
        return with(next, terms, marks.again(), slots, now);
    }

    /** The same, looked at again when that makes sense. */
    Batch in(BatchState next, Marks marked, List<Slot> taken, Instant now) {
        Instant soon = now.plus(ReleaseRows.LOOK_AGAIN);
        Instant whileAny = taken.isEmpty() ? null : soon;
        return with(
                next,
                terms,
                marked,
                taken,
                switch (next) {
                    case BatchState.Running _ -> soon;
                    case BatchState.Paused paused -> sooner(paused.until(), whileAny);
                    case BatchState.Cancelled _ -> whileAny;
                    case BatchState.Draft _, BatchState.Finished _ -> null;
                });
    }

    private static @Nullable Instant sooner(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private Batch with(
            BatchState next,
            @Nullable Terms agreed,
            Marks marked,
            List<Slot> taken,
            @Nullable Instant lookAt) {
        return new Batch(id, origin, sheet, next, agreed, marked, taken, lookAt, revision + 1);
    }
}
