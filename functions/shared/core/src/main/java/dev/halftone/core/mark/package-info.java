/**
 * Marks in files that say that a model has made them, in the words of the standards (IPTC, XMP,
 * C2PA). Knows how files are put together, and nothing of pixels, people or generations.
 */
@NullMarked
package dev.halftone.core.mark;

import org.jspecify.annotations.NullMarked;
