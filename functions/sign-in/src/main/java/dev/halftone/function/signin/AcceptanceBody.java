package dev.halftone.function.signin;

/** What a person declares before the first use. */
record AcceptanceBody(boolean ageConfirmed, String policyVersion) {}
