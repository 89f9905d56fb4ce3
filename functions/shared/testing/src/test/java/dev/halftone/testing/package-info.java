/** The fakes, held to the contracts of their ports. */
@NullMarked
package dev.halftone.testing;

import org.jspecify.annotations.NullMarked;
