package dev.halftone.core.account;

/** The caller of a request: a live session or token, and the state of its user. */
public record SignedIn(Credential credential, UserState state) {

    public UserId user() {
        return credential.user();
    }

    public AccountId account() {
        return credential.account();
    }
}
