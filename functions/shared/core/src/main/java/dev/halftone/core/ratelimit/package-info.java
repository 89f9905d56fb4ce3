/** How often somebody may ask, counted for all environments of all functions together. */
@NullMarked
package dev.halftone.core.ratelimit;

import org.jspecify.annotations.NullMarked;
