package dev.halftone.core.account;

import org.jspecify.annotations.Nullable;

/** What every request must know about its caller, kept beside the session so one read has both. */
public record UserState(Standing standing, @Nullable Acceptance acceptance) {

    /** Whether the person may use the service at all. */
    public enum Standing {
        ACTIVE,
        SUSPENDED
    }

    public static UserState fresh() {
        return new UserState(Standing.ACTIVE, null);
    }

    /** Whether the person accepted exactly this version of the policy at this age or above. */
    public boolean accepted(String policyVersion, int minimumAge) {
        return acceptance != null
                && acceptance.policyVersion().equals(policyVersion)
                && acceptance.minimumAge() >= minimumAge;
    }
}
