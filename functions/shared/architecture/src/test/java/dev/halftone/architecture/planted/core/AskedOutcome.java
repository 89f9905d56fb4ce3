package dev.halftone.architecture.planted.core;

sealed interface AskedOutcome {
    record Done() implements AskedOutcome {
        boolean isDone() {
            return true;
        }
    }
}
