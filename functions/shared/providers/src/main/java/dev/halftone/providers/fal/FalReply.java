package dev.halftone.providers.fal;

/** What became of a call. */
sealed interface FalReply {

    record Answered(FalAnswer answer) implements FalReply {}

    /** No byte of it can have arrived. */
    record NotSent(String detail) implements FalReply {}

    /** It may have arrived. */
    record Lost(String detail) implements FalReply {}
}
