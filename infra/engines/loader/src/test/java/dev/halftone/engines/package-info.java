/** Each engine, and what the templates make of it. */
@NullMarked
package dev.halftone.engines;

import org.jspecify.annotations.NullMarked;
