@NullMarked
package dev.halftone.providers.google;

import org.jspecify.annotations.NullMarked;
