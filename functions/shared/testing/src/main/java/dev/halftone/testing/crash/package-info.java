/**
 * Processes that die, freeze or are cut off at a chosen call to the outside. It knows neither what
 * is called nor by whom: whoever uses it leads every call through a lifeline.
 */
@NullMarked
package dev.halftone.testing.crash;

import org.jspecify.annotations.NullMarked;
