package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Declaration;
import dev.halftone.core.privacy.Kind;
import dev.halftone.core.privacy.Place;
import dev.halftone.local.datamap.Evidence.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The map beside the evidence. Every difference is one sentence that names the place; there is none
 * if all that exists is declared, all that is declared exists, and every value lies where it is
 * said to and nowhere else.
 */
final class Comparison {
    private final Map<String, Declaration> byLine;
    private final List<Declaration> patterns;

    private Comparison(List<Declaration> map) {
        this.byLine =
                map.stream().collect(Collectors.toMap(each -> each.place().line(), each -> each));
        this.patterns = map.stream().filter(each -> each.place().line().contains("*")).toList();
    }

    static Set<String> differences(List<Declaration> map, Evidence evidence) {
        Comparison comparison = new Comparison(map);
        Map<Declaration, Found> seen = new HashMap<>();
        Set<String> differences = new TreeSet<>(evidence.told());
        evidence.places()
                .forEach(
                        (place, found) ->
                                comparison
                                        .declaration(place)
                                        .ifPresentOrElse(
                                                each -> seen.merge(each, found, Found::and),
                                                () -> differences.add(undeclared(place, found))));
        for (Declaration each : map) {
            Found found = seen.get(each);
            if (found == null) {
                differences.add("declared but never seen: " + each.place().line());
            } else {
                compare(each, found, evidence.lookedFor(), differences);
            }
        }
        return differences;
    }

    private Optional<Declaration> declaration(Place place) {
        Declaration exact = byLine.get(place.line());
        return exact != null
                ? Optional.of(exact)
                : patterns.stream().filter(each -> each.place().covers(place)).findFirst();
    }

    private static String undeclared(Place place, Found found) {
        Set<Kind> kinds = new TreeSet<>(found.kinds());
        return "undeclared: " + place.line() + (kinds.isEmpty() ? "" : " with " + kinds);
    }

    private static void compare(
            Declaration declaration, Found found, Set<Kind> lookedFor, Set<String> differences) {
        String line = declaration.place().line();
        for (Kind kind : found.kinds()) {
            if (!declaration.holds().contains(kind)) {
                differences.add(kind + " found, which is not declared, in " + line);
            }
        }
        for (Kind kind : declaration.holds()) {
            if (found.readable() && lookedFor.contains(kind) && !found.kinds().contains(kind)) {
                differences.add(kind + " declared, but never found, in " + line);
            }
        }
    }
}
