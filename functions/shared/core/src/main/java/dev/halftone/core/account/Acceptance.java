package dev.halftone.core.account;

import java.time.Instant;

/**
 * That a person declared to be old enough and accepted a version of the policy.
 *
 * @param minimumAge the age in years that was declared to be reached
 */
public record Acceptance(String policyVersion, int minimumAge, Instant at) {}
