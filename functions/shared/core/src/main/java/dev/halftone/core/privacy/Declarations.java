package dev.halftone.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes declarations one a line, with what they have in common said once above them. */
final class Declarations {

    private final Function<String, Place> places;
    private final DataSubject about;
    private final Category category;
    private final List<Declaration> list = new ArrayList<>();

    private Declarations(Function<String, Place> places, DataSubject about, Category category) {
        this.places = places;
        this.about = about;
        this.category = category;
    }

    /** Of places that differ in one name. */
    static Declarations of(Function<String, Place> places, DataSubject about, Category category) {
        return new Declarations(places, about, category);
    }

    /** Of the attributes of one kind of item, about a user. */
    static Declarations of(Table table, String item, Category category) {
        return of(
                path -> new Place.Attribute(table.logicalId(), item, path),
                DataSubject.USER,
                category);
    }

    Declarations add(String name, Kind kind, String purpose) {
        return add(name, Set.of(kind), purpose);
    }

    Declarations add(String name, Kind kind, Kind other, String purpose) {
        return add(name, Set.of(kind, other), purpose);
    }

    Declarations add(String name, Set<Kind> kinds, String purpose) {
        list.add(new Declaration(places.apply(name), kinds, about, category, purpose));
        return this;
    }

    List<Declaration> list() {
        return List.copyOf(list);
    }
}
