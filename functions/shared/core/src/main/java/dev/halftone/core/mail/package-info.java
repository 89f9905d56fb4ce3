/**
 * What people are written, and the address that they prove to be theirs by it.
 *
 * <p>Owns the kinds of letters and the change of an address. Knows no words and nobody who delivers
 * them.
 */
@NullMarked
package dev.halftone.core.mail;

import org.jspecify.annotations.NullMarked;
