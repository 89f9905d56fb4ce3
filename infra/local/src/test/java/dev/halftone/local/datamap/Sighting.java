package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import org.jspecify.annotations.Nullable;

/**
 * A place that really exists.
 *
 * @param value what was found there; absent where only the place can be seen
 */
record Sighting(Place place, @Nullable String value) {}
