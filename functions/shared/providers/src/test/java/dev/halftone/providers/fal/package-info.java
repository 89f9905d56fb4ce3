/** fal.ai's adapter against recorded answers. */
@NullMarked
package dev.halftone.providers.fal;

import org.jspecify.annotations.NullMarked;
