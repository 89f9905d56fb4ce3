@NullMarked
package dev.halftone.core.safety;

import org.jspecify.annotations.NullMarked;
