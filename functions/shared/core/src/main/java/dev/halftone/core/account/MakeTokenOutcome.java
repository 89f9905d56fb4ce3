package dev.halftone.core.account;

/** What came of a wish for an API token. */
public sealed interface MakeTokenOutcome {

    /**
     * Made.
     *
     * @param secret to be shown once; it is stored nowhere
     */
    record Made(ApiToken token, ApiTokenSecret secret) implements MakeTokenOutcome {}

    /** The person has {@link ApiToken#PER_PERSON_MAX} already. */
    record TooMany() implements MakeTokenOutcome {}
}
