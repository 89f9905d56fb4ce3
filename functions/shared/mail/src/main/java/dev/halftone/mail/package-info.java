/**
 * Letters in the words of each language, handed to Amazon SES.
 *
 * <p>Knows no person but by the address of the one letter at hand.
 */
@NullMarked
package dev.halftone.mail;

import org.jspecify.annotations.NullMarked;
