/** The parameter store, over a stub that speaks its protocol. */
@NullMarked
package dev.halftone.secrets;

import org.jspecify.annotations.NullMarked;
