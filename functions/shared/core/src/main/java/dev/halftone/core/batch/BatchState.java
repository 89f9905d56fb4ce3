package dev.halftone.core.batch;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a batch stands. */
public sealed interface BatchState {

    /** Its rows are there; nobody has said yet what is to be made of them. */
    record Draft() implements BatchState {}

    record Running() implements BatchState {}

    /**
     * Nothing more is begun; what was begun goes on.
     *
     * @param until when it may be tried again; {@code null} if only its owner can say
     */
    record Paused(PauseReason reason, Instant since, @Nullable Instant until)
            implements BatchState {}

    /** Nothing more is ever begun. */
    record Cancelled() implements BatchState {}

    /** Nothing waits and nothing runs. */
    record Finished() implements BatchState {}

    /** The word for it. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
