package dev.halftone.testing.history;

/** What each operation does and answers if they come one after the other. */
@FunctionalInterface
public interface Sequential<S, O> {

    /**
     * What became of the state, and what the caller is told.
     *
     * @param after compared by its value, so that the same state is known again
     */
    record Step<S>(S after, Object answer) {}

    Step<S> step(S before, O operation);
}
