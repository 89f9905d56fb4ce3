package dev.halftone.function.generationsubmit;

/** What a person asks for, and the quote they saw. */
record SubmitBody(
        String model, String prompt, String aspectRatio, String resolution, String quote) {}
