package dev.halftone.core.ratelimit;

import java.time.Duration;

/** Whether a request is answered. */
public sealed interface AdmitOutcome {

    /**
     * It is.
     *
     * @param left how many more would be, as far as this environment knows
     * @param untilFull how long until nothing of it is missing
     */
    record Admitted(int left, Duration untilFull) implements AdmitOutcome {}

    /** It is, though nobody could count it. */
    record Uncounted() implements AdmitOutcome {}

    /** It is not; in so long the next one would be. */
    record TooMany(Duration retryAfter) implements AdmitOutcome {}
}
