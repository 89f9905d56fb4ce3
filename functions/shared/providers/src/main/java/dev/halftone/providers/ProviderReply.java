package dev.halftone.providers;

/** What became of a call. */
public sealed interface ProviderReply {

    record Answered(ProviderAnswer answer) implements ProviderReply {}

    /** No byte of it can have arrived. */
    record NotSent(String detail) implements ProviderReply {}

    /** It may have arrived. */
    record Lost(String detail) implements ProviderReply {}
}
