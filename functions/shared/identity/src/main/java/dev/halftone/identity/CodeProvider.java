package dev.halftone.identity;

import java.net.URI;

/** What differs from provider to provider in a code flow. */
interface CodeProvider {

    /** Where the browser is sent. */
    sealed interface LeaveOutcome {

        record For(URI address) implements LeaveOutcome {}

        record Unknown(Outage outage) implements LeaveOutcome {}
    }

    LeaveOutcome leave(Flow flow, String state);

    /** Whether the provider calls itself so in its answers (RFC 9207). */
    boolean isCalled(String issuer);

    /** Whom the code proves, if anybody. */
    CallbackOutcome redeem(Flow flow, String code);

    /** Reads something that is refused, so that its reader is warm. */
    void prime();
}
