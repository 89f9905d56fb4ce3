package dev.halftone.architecture.planted.core;

sealed interface InnocentOutcome {
    record Done(String id) implements InnocentOutcome {}

    record Refused() implements InnocentOutcome {}
}
