package dev.halftone.core.safety;

import java.time.Duration;
import java.util.List;

/** Somebody who says whether words may be worked on. */
public interface PromptCheck {

    /**
     * Judges all of the words together.
     *
     * @param words what one request says, in no more than {@link #WORDS_MAX} pieces
     */
    Outcome check(List<String> words);

    /** The pieces of a request: a prompt with its direction, and what is not wanted. */
    int WORDS_MAX = 4;

    /** What was said of them. */
    sealed interface Outcome {

        /** They break no rule that matters here. */
        record Passed(String checker) implements Outcome {}

        /** They break this one. */
        record Refused(String rule, String checker) implements Outcome {}

        /**
         * Nobody could be asked, so nobody knows.
         *
         * @param detail for the log: what happened, and nothing of the words
         */
        record Unavailable(Duration retryAfter, String detail) implements Outcome {}
    }
}
