/**
 * The packages as Lambda gets them: each function's zip in a process of its own, on nothing but its
 * own jars, under Lambda's runtime.
 */
@NullMarked
package dev.halftone.packaged;

import org.jspecify.annotations.NullMarked;
