package dev.halftone.core.privacy;

import java.util.Set;

/**
 * One thing that is kept or sent: where, what, about whom, under which category, and why.
 *
 * @param holds what may be found in it
 * @param purpose completes "It is there to …"
 */
public record Declaration(
        Place place, Set<Kind> holds, DataSubject about, Category category, String purpose) {

    Declaration(Place place, Kind kind, DataSubject about, Category category, String purpose) {
        this(place, Set.of(kind), about, category, purpose);
    }

    public Declaration {
        holds = Set.copyOf(holds);
        if (holds.isEmpty() || purpose.isBlank()) {
            throw new IllegalArgumentException(place.line() + " holds something, for a purpose");
        }
        if (about == DataSubject.NOBODY && holds.stream().anyMatch(Kind::isPersonal)) {
            throw new IllegalArgumentException(place.line() + " is about somebody");
        }
    }
}
