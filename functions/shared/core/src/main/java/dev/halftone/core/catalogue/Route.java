package dev.halftone.core.catalogue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to a model: a provider that runs it.
 *
 * @param endpoint how the provider calls the model
 * @param making what can be had this way, and what the provider asks for it
 * @param disclosure what is sent to whom, shown where the model is chosen
 */
public record Route(String provider, String endpoint, Making making, String disclosure) {

    /** Whether a provider takes a ratio and a named resolution, or a size in pixels. */
    public enum Sizing {
        RATIO_AND_RESOLUTION,
        PIXELS
    }

    /** What comes of it. */
    public sealed interface Making {

        /**
         * Pictures or films.
         *
         * @param sizing how the provider wants to be told the size
         * @param costs what it asks of us for a picture, or for each second of a film; a size
         *     without a cost cannot be had this way
         * @param costsWithAudio the same for each second of a film that is heard
         */
        record Seen(
                Sizing sizing,
                Map<Resolution, MicroDollars> costs,
                Map<Resolution, MicroDollars> costsWithAudio)
                implements Making {

            public Seen {
                costs = Map.copyOf(costs);
                costsWithAudio = Map.copyOf(costsWithAudio);
            }

            /** Of what is silent. */
            public Seen(Sizing sizing, Map<Resolution, MicroDollars> costs) {
                this(sizing, costs, Map.of());
            }

            private Map<Resolution, MicroDollars> costs(boolean audio) {
                return audio ? costsWithAudio : costs;
            }
        }

        /**
         * Texts.
         *
         * @param cost what the provider asks of us for the longest text of the model's task
         */
        record Written(MicroDollars cost) implements Making {}
    }

    public Route {
        if (provider.isBlank() || endpoint.isBlank() || disclosure.isBlank()) {
            throw new IllegalArgumentException("A way to a model says whose, which and what for");
        }
        if (!costsSomething(making)) {
            throw new IllegalArgumentException("Whatever " + provider + " makes costs something");
        }
    }

    /** A way to pictures or films. */
    public Route(
            String provider,
            String endpoint,
            Sizing sizing,
            Map<Resolution, MicroDollars> costs,
            String disclosure) {
        this(provider, endpoint, new Making.Seen(sizing, costs), disclosure);
    }

    private static boolean costsSomething(Making making) {
        return switch (making) {
            case Making.Seen seen ->
                    !seen.costs().isEmpty()
                            && Stream.of(seen.costs(), seen.costsWithAudio())
                                    .flatMap(each -> each.values().stream())
                                    .allMatch(Route::isPositive);
            case Making.Written written -> isPositive(written.cost());
        };
    }

    private static boolean isPositive(MicroDollars cost) {
        return cost.compareTo(MicroDollars.ZERO) > 0;
    }

    /** How the provider of pictures or films wants to be told the size. */
    public Sizing sizing() {
        return switch (making) {
            case Making.Seen seen -> seen.sizing();
            case Making.Written _ -> throw new IllegalStateException("A text has no size");
        };
    }

    /** Of what is seen, by its sizes; none of a text. */
    public Map<Resolution, MicroDollars> costs() {
        return switch (making) {
            case Making.Seen seen -> seen.costs();
            case Making.Written _ -> Map.of();
        };
    }

    /** What the provider asks for one piece of work, or empty if it cannot be had this way. */
    public Optional<MicroDollars> cost(Format format) {
        return switch (format) {
            case Format.Picture picture -> cost(picture.resolution(), null, false);
            case Format.Film film -> cost(film.resolution(), film.duration(), film.audio());
            case Format.Text _ -> cost(null, null, false);
        };
    }

    /** The same of a piece of what is on offer. */
    public Optional<MicroDollars> cost(Offer.Piece piece) {
        return cost(piece.size(), piece.length(), piece.audio());
    }

    private Optional<MicroDollars> cost(
            @Nullable Resolution size, @Nullable Duration length, boolean audio) {
        return switch (making) {
            case Making.Written written ->
                    size == null ? Optional.of(written.cost()) : Optional.empty();
            case Making.Seen seen ->
                    size == null
                            ? Optional.empty()
                            : Optional.ofNullable(seen.costs(audio).get(size))
                                    .map(
                                            each ->
                                                    length == null
                                                            ? each
                                                            : each.times(length.toSeconds()));
        };
    }
}
