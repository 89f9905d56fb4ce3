/**
 * Decodes pictures that strangers send; nothing else in the product does. Whoever calls it has read
 * their size from their headers and refused what is too large.
 */
@NullMarked
package dev.halftone.imaging;

import org.jspecify.annotations.NullMarked;
