package dev.halftone.core.account;

/** What became of a proof of who somebody is. */
public sealed interface SignInOutcome {

    record Opened(SessionToken token, User user) implements SignInOutcome {}

    /** Nobody can be written to, so nobody new begins. */
    record EmailRequired() implements SignInOutcome {}

    /** The address is another user's: only they can say, signed in, that this is them too. */
    record NotLinked() implements SignInOutcome {}
}
