/** Finds every minute what no message moves any more. */
@NullMarked
package dev.halftone.function.generationsweep;

import org.jspecify.annotations.NullMarked;
