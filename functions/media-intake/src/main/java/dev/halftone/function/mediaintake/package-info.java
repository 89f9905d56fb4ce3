/** Looks at what people upload, before anybody else may. */
@NullMarked
package dev.halftone.function.mediaintake;

import org.jspecify.annotations.NullMarked;
