/** Moves generations on: submits them, polls them, copies their results, and ends them. */
@NullMarked
package dev.halftone.function.providerpoll;

import org.jspecify.annotations.NullMarked;
