package dev.halftone.core.catalogue;

import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be had of a model, and for how much; a resolution without a price is not offered. */
public sealed interface Offer {

    /** The longest film that can be offered, so that a price and a file stay within bounds. */
    Duration FILM_MAX = Duration.ofMinutes(1);

    /**
     * Pictures.
     *
     * @param credits for one picture
     */
    record Images(Map<Resolution, Credits> credits) implements Offer {

        public Images {
            credits = Map.copyOf(credits);
            requirePrices(credits, MediaKind.IMAGE);
        }

        @Override
        public MediaKind kind() {
            return MediaKind.IMAGE;
        }

        @Override
        public Set<Resolution> resolutions() {
            return credits.keySet();
        }

        @Override
        public boolean lasts(@Nullable Duration duration) {
            return duration == null;
        }

        @Override
        public Optional<Credits> price(Resolution resolution, @Nullable Duration duration) {
            return lasts(duration)
                    ? Optional.ofNullable(credits.get(resolution))
                    : Optional.empty();
        }
    }

    /**
     * Films.
     *
     * @param creditsPerSecond for each second of a film
     * @param durations the lengths that can be had, in whole seconds, and no others
     */
    record Videos(Map<Resolution, Credits> creditsPerSecond, List<Duration> durations)
            implements Offer {

        public Videos {
            creditsPerSecond = Map.copyOf(creditsPerSecond);
            durations = durations.stream().sorted().distinct().toList();
            requirePrices(creditsPerSecond, MediaKind.VIDEO);
            if (durations.isEmpty() || !durations.stream().allMatch(Videos::isPossible)) {
                throw new IllegalArgumentException(
                        "A film lasts whole seconds, and no more than " + FILM_MAX.toSeconds());
            }
        }

        private static boolean isPossible(Duration duration) {
            return duration.equals(Duration.ofSeconds(duration.toSeconds()))
                    && duration.isPositive()
                    && duration.compareTo(FILM_MAX) <= 0;
        }

        @Override
        public MediaKind kind() {
            return MediaKind.VIDEO;
        }

        @Override
        public Set<Resolution> resolutions() {
            return creditsPerSecond.keySet();
        }

        private List<Piece> pieces(Resolution size) {
            return durations.stream()
                    .map(length -> new Piece(size, length, price(size, length).orElseThrow()))
                    .toList();
        }

        @Override
        public boolean lasts(@Nullable Duration duration) {
            return duration != null && durations.contains(duration);
        }

        @Override
        public Optional<Credits> price(Resolution resolution, @Nullable Duration duration) {
            if (duration == null || !lasts(duration)) {
                return Optional.empty();
            }
            return Optional.ofNullable(creditsPerSecond.get(resolution))
                    .map(each -> new Credits(each.amount() * duration.toSeconds()));
        }
    }

    /**
     * What a language model writes.
     *
     * @param credits for one text, however long it becomes
     * @param task what it is to do
     */
    record Texts(Credits credits, TextTask task) implements Offer {

        public Texts {
            if (credits.isZero()) {
                throw new IllegalArgumentException("A price is not zero");
            }
        }

        @Override
        public MediaKind kind() {
            return MediaKind.TEXT;
        }

        @Override
        public Set<Resolution> resolutions() {
            return Set.of();
        }

        @Override
        public boolean lasts(@Nullable Duration duration) {
            return duration == null;
        }

        @Override
        public Optional<Credits> price(Resolution resolution, @Nullable Duration duration) {
            return Optional.empty();
        }
    }

    /**
     * One piece of work that can be had; its shape makes no difference to what it costs.
     *
     * @param size of what is seen; {@code null} for a text
     * @param length of a film; {@code null} for anything else
     */
    record Piece(@Nullable Resolution size, @Nullable Duration length, Credits price) {}

    MediaKind kind();

    /** Everything that can be had, the smallest first. */
    default List<Piece> pieces() {
        return switch (this) {
            case Images images ->
                    images.credits().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new Piece(each.getKey(), null, each.getValue()))
                            .toList();
            case Videos videos ->
                    videos.resolutions().stream()
                            .sorted()
                            .flatMap(size -> videos.pieces(size).stream())
                            .toList();
            case Texts texts -> List.of(new Piece(null, null, texts.credits()));
        };
    }

    /** The sizes on offer; none of what is read instead of seen. */
    Set<Resolution> resolutions();

    /** Whether this length can be had; only a film has one. */
    boolean lasts(@Nullable Duration duration);

    /** The whole price, or empty if this is not offered. */
    Optional<Credits> price(Resolution resolution, @Nullable Duration duration);

    private static void requirePrices(Map<Resolution, Credits> prices, MediaKind kind) {
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("An offer has prices");
        }
        if (prices.values().stream().anyMatch(Credits::isZero)) {
            throw new IllegalArgumentException("A price is not zero");
        }
        prices.keySet().stream()
                .filter(resolution -> resolution.kind() != kind)
                .forEach(
                        resolution -> {
                            throw new IllegalArgumentException(
                                    resolution.label() + " is no size of this kind");
                        });
    }
}
