@NullMarked
package dev.halftone.providers.hedra;

import org.jspecify.annotations.NullMarked;
