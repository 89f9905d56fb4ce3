package dev.halftone.identity;

import java.util.Locale;

/** What the provider failed to do. For the log. */
public enum Outage {
    METADATA_UNREACHABLE,
    METADATA_INVALID,
    TOKEN_ENDPOINT_UNREACHABLE,
    TOKEN_ENDPOINT_FAILED,
    KEYS_UNREACHABLE,
    PERSON_UNREACHABLE,
    PROVIDER_SAID_SO;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
