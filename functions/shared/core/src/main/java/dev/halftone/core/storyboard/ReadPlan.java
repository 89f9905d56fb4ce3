package dev.halftone.core.storyboard;

import dev.halftone.core.catalogue.ShotPlan;

/** Reads what a language model has written. */
@FunctionalInterface
public interface ReadPlan {

    /**
     * The first edition.
     *
     * @param document one JSON object, held against the form of its task before it was stored
     */
    Edition read(String document, ShotPlan plan);
}
