/** Characters that people describe once and order again and again; every wording is kept. */
@NullMarked
package dev.halftone.core.brief;

import org.jspecify.annotations.NullMarked;
