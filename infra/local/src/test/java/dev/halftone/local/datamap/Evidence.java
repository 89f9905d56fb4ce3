package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Kind;
import dev.halftone.core.privacy.Place;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an observation amounts to.
 *
 * @param places each place that exists, with what was found in it
 * @param told what stands in a log and must not, whatever the map says
 * @param lookedFor the kinds of value of which one was looked for
 */
record Evidence(Map<Place, Found> places, Set<String> told, Set<Kind> lookedFor) {

    /** What was found in a place, if it could be looked into at all. */
    record Found(Set<Kind> kinds, boolean readable) {
        Found {
            kinds = Set.copyOf(kinds);
        }

        Found and(Found other) {
            Set<Kind> both = EnumSet.noneOf(Kind.class);
            both.addAll(kinds);
            both.addAll(other.kinds);
            return new Found(both, readable || other.readable);
        }
    }

    Evidence {
        places = Map.copyOf(places);
        told = Set.copyOf(told);
        lookedFor = Set.copyOf(lookedFor);
    }

    static Evidence of(Observation observation, List<Canary> canaries) {
        Aviary aviary = new Aviary(canaries);
        Map<Place, Found> places = new LinkedHashMap<>();
        for (Sighting sighting : observation.sightings()) {
            Found found = new Found(aviary.kindsIn(text(sighting)), sighting.value() != null);
            places.merge(sighting.place(), found, Found::and);
        }
        Set<String> told = new TreeSet<>();
        for (String line : observation.lines()) {
            aviary.kindsIn(line).stream()
                    .filter(kind -> !kind.mayBeLogged())
                    .forEach(kind -> told.add(kind + " in a log line: " + line));
        }
        return new Evidence(
                places, told, canaries.stream().map(Canary::kind).collect(Collectors.toSet()));
    }

    /** The place itself may tell, too: a key of a map, or of an object, is data. */
    private static String text(Sighting sighting) {
        return sighting.place() instanceof Place.ObjectContent
                ? String.valueOf(sighting.value())
                : sighting.place().line() + "\n" + sighting.value();
    }
}
