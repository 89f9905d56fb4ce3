package dev.halftone.function.generationsubmit;

import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.batch.Mark;
import dev.halftone.core.batch.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its owner sees it.
 *
 * @param pauseReason why it does not go on; {@code null} unless it is paused
 * @param model of a batch that was started, as is all that follows it
 * @param creditsEach what a row costs that is made; what fails costs nothing
 */
record BatchResource(
        String id,
        String state,
        @Nullable String pauseReason,
        Instant createdAt,
        List<String> columns,
        Rows rows,
        @Nullable String model,
        @Nullable String template,
        @Nullable Long creditsEach,
        @Nullable String priceVersion,
        String traceId) {
    /** How many rows stand how. */
    record Rows(int all, int waiting, int running, int made, int failed, int bad, int skipped) {}

    static BatchResource of(Batch batch) {
        Terms terms = batch.terms();
        return new BatchResource(
                batch.id().value(),
                batch.state().label(),
                batch.state() instanceof BatchState.Paused paused ? paused.reason().code() : null,
                batch.origin().createdAt(),
                batch.sheet().columns(),
                rows(batch),
                terms == null ? null : terms.wish().model(),
                terms == null ? null : terms.template(),
                terms == null ? null : terms.price().credits().amount(),
                terms == null ? null : terms.price().version(),
                batch.origin().trace().value());
    }

    private static Rows rows(Batch batch) {
        return new Rows(
                batch.sheet().rows(),
                batch.marks().count(Mark.WAITING),
                batch.marks().count(Mark.RUNNING),
                batch.marks().count(Mark.MADE),
                batch.marks().count(Mark.FAILED),
                batch.marks().count(Mark.BAD) + batch.marks().count(Mark.REFUSED),
                batch.marks().count(Mark.SKIPPED));
    }
}
