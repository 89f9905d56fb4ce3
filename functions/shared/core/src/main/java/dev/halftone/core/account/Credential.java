package dev.halftone.core.account;

/** What a request showed to be somebody's: the session of a browser, or a token of a program. */
public sealed interface Credential permits Session, ApiToken {

    UserId user();

    AccountId account();
}
