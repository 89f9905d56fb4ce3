package dev.halftone.function.checkout;

import org.jspecify.annotations.Nullable;

/**
 * Whose page is wanted.
 *
 * @param processor {@code null} for the usual one
 */
record PortalBody(@Nullable String processor) {}
