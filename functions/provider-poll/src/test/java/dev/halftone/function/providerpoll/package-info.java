/** The real handler on ports in memory and a provider that does what a test says. */
@NullMarked
package dev.halftone.function.providerpoll;

import org.jspecify.annotations.NullMarked;
