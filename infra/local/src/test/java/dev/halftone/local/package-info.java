/** The stand-in for AWS behaves like AWS, function by function and all together. */
@NullMarked
package dev.halftone.local;

import org.jspecify.annotations.NullMarked;
