package dev.halftone.sandbox.work;

import org.jspecify.annotations.Nullable;

/**
 * What is to be made.
 *
 * @param seconds how long a film lasts; {@code null} for a picture
 */
public record Asked(String prompt, int width, int height, @Nullable Integer seconds, long seed) {}
