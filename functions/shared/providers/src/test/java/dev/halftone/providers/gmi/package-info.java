@NullMarked
package dev.halftone.providers.gmi;

import org.jspecify.annotations.NullMarked;
