package dev.halftone.local;

/** How one invocation of a function ended. */
sealed interface InvokeOutcome {
    record Answered(String payload) implements InvokeOutcome {}

    record Failed(Throwable cause) implements InvokeOutcome {}

    record TimedOut() implements InvokeOutcome {}
}
