/** Which ways to the models work at the moment. */
@NullMarked
package dev.halftone.core.circuit;

import org.jspecify.annotations.NullMarked;
