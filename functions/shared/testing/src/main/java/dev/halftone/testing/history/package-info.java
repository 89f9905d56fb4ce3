/**
 * Histories of what several callers did at once, and whether one after the other could have been
 * told the same.
 */
@NullMarked
package dev.halftone.testing.history;

import org.jspecify.annotations.NullMarked;
