package dev.halftone.core.seal;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a file; the pieces put together are the file.
 *
 * @param text whole lines, each ended
 * @param next what the following piece is after; {@code null} for the last
 */
public record FilePage(String text, @Nullable Long next) {}
