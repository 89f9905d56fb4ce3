@NullMarked
package dev.halftone.csv;

import org.jspecify.annotations.NullMarked;
