package dev.halftone.identity;

import dev.halftone.core.account.VerifiedPerson;

/** What a return from the provider proved. */
public sealed interface CallbackOutcome {

    /**
     * Somebody is who they say.
     *
     * @param purpose what the flow was begun for
     */
    record Verified(VerifiedPerson person, Purpose purpose, ReturnPath returnTo)
            implements CallbackOutcome {}

    /** The person did not consent. */
    record Denied() implements CallbackOutcome {}

    /** The flow took too long, or this browser did not start it; starting again helps. */
    record Expired() implements CallbackOutcome {}

    record Rejected(Rejection reason) implements CallbackOutcome {}

    record ProviderUnavailable(Outage outage) implements CallbackOutcome {}
}
