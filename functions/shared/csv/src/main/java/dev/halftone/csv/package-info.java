/** Files of comma-separated values, as people have them. */
@NullMarked
package dev.halftone.csv;

import org.jspecify.annotations.NullMarked;
