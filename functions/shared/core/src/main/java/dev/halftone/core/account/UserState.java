package dev.halftone.core.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every request must know about its caller, kept beside the session so one read has both.
 *
 * @param sessionsValidAfter sessions that began before it have ended; {@code null} if none were
 *     ended together
 */
public record UserState(
        Standing standing,
        Role role,
        @Nullable Acceptance acceptance,
        @Nullable Instant sessionsValidAfter) {

    /** Whether the person may use the service at all. */
    public enum Standing {
        ACTIVE,
        SUSPENDED,
        /** Gone, and so is whatever could still be in somebody's hands. */
        DELETED
    }

    /** What the person is to the operator's desk. */
    public enum Role {
        USER,
        OPERATOR
    }

    public static UserState fresh() {
        return new UserState(Standing.ACTIVE, Role.USER, null, null);
    }

    public UserState accepting(Acceptance newest) {
        return new UserState(standing, role, newest, sessionsValidAfter);
    }

    public UserState standing(Standing other) {
        return new UserState(other, role, acceptance, sessionsValidAfter);
    }

    public UserState as(Role other) {
        return new UserState(standing, other, acceptance, sessionsValidAfter);
    }

    /** Ends every session that began before {@code moment}. */
    public UserState endingBefore(Instant moment) {
        return new UserState(standing, role, acceptance, moment);
    }

    /** Whether the session has not been ended together with all others. */
    public boolean allows(Session session) {
        return sessionsValidAfter == null || !session.createdAt().isBefore(sessionsValidAfter);
    }

    /** Whether the person accepted exactly this version of the policy at this age or above. */
    public boolean accepted(String policyVersion, int minimumAge) {
        return acceptance != null
                && acceptance.policyVersion().equals(policyVersion)
                && acceptance.minimumAge() >= minimumAge;
    }
}
