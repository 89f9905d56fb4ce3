package dev.halftone.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protects: what is on offer has a price, and nothing else has. */
class OfferTest {

    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Offer FILMS =
            new Offer.Videos(
                    Map.of(Resolution.P480, new Credits(1), Resolution.P720, new Credits(2)),
                    List.of(Duration.ofSeconds(10), FIVE));
    private static final Offer PICTURES =
            new Offer.Images(Map.of(Resolution.ONE_K, new Credits(4)));

    @Test
    void pricesAFilmByTheSecond() {
        assertThat(FILMS.price(Resolution.P480, FIVE)).contains(new Credits(5));
        assertThat(FILMS.price(Resolution.P720, Duration.ofSeconds(10))).contains(new Credits(20));
    }

    @Test
    void pricesAPictureAsOne() {
        assertThat(PICTURES.price(Resolution.ONE_K, null)).contains(new Credits(4));
    }

    @Test
    void hasNoPriceForWhatIsNotOffered() {
        assertThat(FILMS.price(Resolution.P1080, FIVE)).isEmpty();
        assertThat(FILMS.price(Resolution.P480, Duration.ofSeconds(6))).isEmpty();
        assertThat(FILMS.price(Resolution.P480, null)).isEmpty();
        assertThat(PICTURES.price(Resolution.TWO_K, null)).isEmpty();
        assertThat(PICTURES.price(Resolution.ONE_K, FIVE)).isEmpty();
    }

    @Test
    void refusesAFilmThatCostsNothing() {
        requireRefused(Map.of(Resolution.P480, Credits.ZERO), List.of(FIVE));
        requireRefused(Map.of(), List.of(FIVE));
    }

    @Test
    void refusesLengthsThatNoFilmHas() {
        requireRefused(Map.of(Resolution.P480, new Credits(1)), List.of());
        requireRefused(Map.of(Resolution.P480, new Credits(1)), List.of(Duration.ZERO));
        requireRefused(Map.of(Resolution.P480, new Credits(1)), List.of(Duration.ofMillis(1500)));
        requireRefused(Map.of(Resolution.P480, new Credits(1)), List.of(Duration.ofSeconds(61)));
    }

    @Test
    void refusesASizeOfAnotherKind() {
        requireRefused(Map.of(Resolution.ONE_K, new Credits(1)), List.of(FIVE));
        assertThatThrownBy(() -> new Offer.Images(Map.of(Resolution.P480, new Credits(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void requireRefused(
            Map<Resolution, Credits> creditsPerSecond, List<Duration> durations) {
        assertThatThrownBy(() -> new Offer.Videos(creditsPerSecond, durations))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
