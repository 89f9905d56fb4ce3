package dev.halftone.core.catalogue;

import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        public Optional<Credits> price(
                Resolution resolution, @Nullable Duration duration, boolean audio) {
            return lasts(duration) && !audio
                    ? Optional.ofNullable(credits.get(resolution))
                    : Optional.empty();
        }
    }

    /**
     * Films.
     *
     * @param creditsPerSecond for each second of a silent film
     * @param creditsPerSecondWithAudio for each second of one that is heard; empty if there is none
     * @param durations the lengths that can be had, in whole seconds, and no others
     */
    record Videos(
            Map<Resolution, Credits> creditsPerSecond,
            Map<Resolution, Credits> creditsPerSecondWithAudio,
            List<Duration> durations)
            implements Offer {

        public Videos {
            creditsPerSecond = Map.copyOf(creditsPerSecond);
            creditsPerSecondWithAudio = Map.copyOf(creditsPerSecondWithAudio);
            durations = durations.stream().sorted().distinct().toList();
            requirePrices(creditsPerSecond, MediaKind.VIDEO);
            if (!creditsPerSecondWithAudio.isEmpty()) {
                requirePrices(creditsPerSecondWithAudio, MediaKind.VIDEO);
            }
            if (!creditsPerSecond.keySet().containsAll(creditsPerSecondWithAudio.keySet())) {
                throw new IllegalArgumentException("A size with audio is there without it too");
            }
            if (durations.isEmpty() || !durations.stream().allMatch(Videos::isPossible)) {
                throw new IllegalArgumentException(
                        "A film lasts whole seconds, and no more than " + FILM_MAX.toSeconds());
            }
        }

        /** Films without a sound. */
        public Videos(Map<Resolution, Credits> creditsPerSecond, List<Duration> durations) {
            this(creditsPerSecond, Map.of(), durations);
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

        private Stream<Piece> pieces(Resolution size) {
            return durations.stream()
                    .flatMap(
                            length ->
                                    Stream.of(false, true)
                                            .flatMap(audio -> piece(size, length, audio).stream()));
        }

        private Optional<Piece> piece(Resolution size, Duration length, boolean audio) {
            return price(size, length, audio).map(price -> new Piece(size, length, audio, price));
        }

        @Override
        public boolean lasts(@Nullable Duration duration) {
            return duration != null && durations.contains(duration);
        }

        @Override
        public boolean isHeard() {
            return !creditsPerSecondWithAudio.isEmpty();
        }

        @Override
        public Optional<Credits> price(
                Resolution resolution, @Nullable Duration duration, boolean audio) {
            if (duration == null || !lasts(duration)) {
                return Optional.empty();
            }
            Map<Resolution, Credits> prices = audio ? creditsPerSecondWithAudio : creditsPerSecond;
            return Optional.ofNullable(prices.get(resolution))
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
        public Optional<Credits> price(
                Resolution resolution, @Nullable Duration duration, boolean audio) {
            return Optional.empty();
        }
    }

    /**
     * One piece of work that can be had; its shape makes no difference to what it costs.
     *
     * @param size of what is seen; {@code null} for a text
     * @param length of a film; {@code null} for anything else
     * @param audio whether it is heard
     */
    record Piece(
            @Nullable Resolution size, @Nullable Duration length, boolean audio, Credits price) {}

    MediaKind kind();

    /** Everything that can be had, the smallest first. */
    default List<Piece> pieces() {
        return switch (this) {
            case Images images ->
                    images.credits().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(each -> new Piece(each.getKey(), null, false, each.getValue()))
                            .toList();
            case Videos videos ->
                    videos.resolutions().stream().sorted().flatMap(videos::pieces).toList();
            case Texts texts -> List.of(new Piece(null, null, false, texts.credits()));
        };
    }

    /** The sizes on offer; none of what is read instead of seen. */
    Set<Resolution> resolutions();

    /** Whether this length can be had; only a film has one. */
    boolean lasts(@Nullable Duration duration);

    /** Whether it can be had with sound. */
    default boolean isHeard() {
        return false;
    }

    /** The whole price, or empty if this is not offered. */
    Optional<Credits> price(Resolution resolution, @Nullable Duration duration, boolean audio);

    /** The same of what is silent. */
    default Optional<Credits> price(Resolution resolution, @Nullable Duration duration) {
        return price(resolution, duration, false);
    }

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
