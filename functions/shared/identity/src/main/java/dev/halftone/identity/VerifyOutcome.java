package dev.halftone.identity;

import dev.halftone.core.account.VerifiedPerson;

/** What an identity token proved. */
public sealed interface VerifyOutcome {

    record Genuine(VerifiedPerson person) implements VerifyOutcome {}

    record Refused(Rejection reason) implements VerifyOutcome {}

    record KeysUnavailable() implements VerifyOutcome {}
}
