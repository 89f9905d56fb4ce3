package dev.halftone.core.profile;

import dev.halftone.core.account.Acceptance;

/** What became of an acceptance. */
public sealed interface AcceptOutcome {

    record Accepted(Acceptance acceptance) implements AcceptOutcome {}

    record AgeNotConfirmed(int minimumAge) implements AcceptOutcome {}

    /** The policy changed while the person read it; the new version is to be shown. */
    record PolicyVersionChanged(String currentVersion) implements AcceptOutcome {}
}
