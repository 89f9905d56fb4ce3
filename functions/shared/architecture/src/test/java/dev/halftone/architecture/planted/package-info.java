/** Classes that break the rules on purpose, one rule each; the innocent ones break none. */
@NullMarked
package dev.halftone.architecture.planted;

import org.jspecify.annotations.NullMarked;
