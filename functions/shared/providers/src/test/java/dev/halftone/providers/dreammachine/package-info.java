@NullMarked
package dev.halftone.providers.dreammachine;

import org.jspecify.annotations.NullMarked;
