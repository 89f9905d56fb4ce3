/**
 * What all model providers need: copying a result without being led astray. One package below per
 * provider; they know core, and never each other.
 */
@NullMarked
package dev.halftone.providers;

import org.jspecify.annotations.NullMarked;
