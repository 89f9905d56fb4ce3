package dev.halftone.function.generationsubmit;

/** What a price is asked for. */
record QuoteBody(String model, String aspectRatio, String resolution) {}
