package dev.halftone.identity;

import dev.halftone.core.account.VerifiedPerson;
import java.time.Instant;

/** What an identity token proved. */
public sealed interface VerifyOutcome {

    /**
     * It is believed.
     *
     * @param until when it would be believed no more, were it shown again
     */
    record Genuine(VerifiedPerson person, Instant until) implements VerifyOutcome {}

    record Refused(Rejection reason) implements VerifyOutcome {}

    record KeysUnavailable() implements VerifyOutcome {}
}
