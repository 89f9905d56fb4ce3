/** Whether processes die, freeze and are cut off as they should. */
@NullMarked
package dev.halftone.testing.crash;

import org.jspecify.annotations.NullMarked;
