/** What people upload: announced, taken into quarantine, shown to its owner, and removed. */
@NullMarked
package dev.halftone.function.uploads;

import org.jspecify.annotations.NullMarked;
