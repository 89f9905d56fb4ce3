/** What the painter promises. */
@NullMarked
package dev.halftone.sandbox.painter;

import org.jspecify.annotations.NullMarked;
