/**
 * What people upload: a picture, a sound or a film, held back until its own bytes have been looked
 * at, and from then on theirs to use until they remove it.
 */
@NullMarked
package dev.halftone.core.asset;

import org.jspecify.annotations.NullMarked;
