package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen: every place with what was in it, and every line that functions wrote, as it was.
 */
final class Observation {
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    synchronized void see(Place place, @Nullable String value) {
        sightings.add(new Sighting(place, value));
    }

    synchronized void line(String text) {
        lines.add(text);
    }

    synchronized List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
