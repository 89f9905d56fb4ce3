package dev.halftone.core.ledger;

/** A grant, and how much of it was taken back. */
public record GrantState(Grant grant, Credits revoked) {}
