package dev.halftone.core.account;

/** The caller of a request: a live session and the state of its user. */
public record SignedIn(Session session, UserState state) {

    public UserId user() {
        return session.user();
    }

    public AccountId account() {
        return session.account();
    }
}
