package dev.halftone.core.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * A model that people can choose.
 *
 * @param endpoint how the provider calls it
 * @param disclosure what is sent to whom, shown where the model is chosen
 * @param offer whether it makes pictures or films, in which sizes, and what they cost
 * @param sizing how the provider wants to be told the size
 * @param limits how long a prompt may be and how long the work may take
 */
public record Model(
        String id,
        String name,
        String provider,
        String endpoint,
        String description,
        String disclosure,
        List<AspectRatio> aspectRatios,
        Offer offer,
        Sizing sizing,
        Limits limits) {

    /** Whether a model takes a ratio and a named resolution, or a size in pixels. */
    public enum Sizing {
        RATIO_AND_RESOLUTION,
        PIXELS
    }

    /**
     * How long a prompt may be, and how long the work may take.
     *
     * @param typical what the wait usually is; only for the progress display
     * @param deadline when an unfinished generation is given up and its credits return
     */
    public record Limits(int promptCharactersMax, Duration typical, Duration deadline) {

        public Limits {
            if (promptCharactersMax < 1
                    || typical.isNegative()
                    || deadline.compareTo(typical) <= 0) {
                throw new IllegalArgumentException("A deadline lies beyond the typical time");
            }
        }
    }

    public Model {
        aspectRatios = List.copyOf(aspectRatios);
        if (aspectRatios.isEmpty()) {
            throw new IllegalArgumentException("Model " + id + " offers nothing");
        }
    }
}
