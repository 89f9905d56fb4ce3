/** The sandbox, tested from outside: through HTTP, as its clients see it. */
@NullMarked
package dev.halftone.sandbox;

import org.jspecify.annotations.NullMarked;
