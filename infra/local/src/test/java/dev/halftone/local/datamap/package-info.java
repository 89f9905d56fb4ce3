/**
 * Compares the data map with what is really stored, logged, set and sent while people use the whole
 * product on one machine. A feature adds declarations, and where it needs one, a step in {@link
 * dev.halftone.local.datamap.Journey}.
 */
@NullMarked
package dev.halftone.local.datamap;

import org.jspecify.annotations.NullMarked;
