package dev.halftone.core.generation;

import dev.halftone.core.ledger.Credits;

/** What a generation costs, and the price list that said so. */
public record Price(Credits credits, String version) {}
