@NullMarked
package dev.halftone.testing.history;

import org.jspecify.annotations.NullMarked;
