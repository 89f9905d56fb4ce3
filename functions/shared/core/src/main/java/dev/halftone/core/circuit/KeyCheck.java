package dev.halftone.core.circuit;

/** Asks a provider, by a question that costs nothing, whether it accepts our key. */
@FunctionalInterface
public interface KeyCheck {

    Outcome check();

    /** What it said. */
    sealed interface Outcome {

        record Accepted() implements Outcome {}

        /**
         * It does not accept it, or there is none to show.
         *
         * @param detail for operators; never the key
         */
        record Refused(String detail) implements Outcome {}

        /** No answer, or one that says nothing about a key. */
        record Unknown(String detail) implements Outcome {}
    }
}
