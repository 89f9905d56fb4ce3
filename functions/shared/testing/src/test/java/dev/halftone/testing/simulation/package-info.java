@NullMarked
package dev.halftone.testing.simulation;

import org.jspecify.annotations.NullMarked;
