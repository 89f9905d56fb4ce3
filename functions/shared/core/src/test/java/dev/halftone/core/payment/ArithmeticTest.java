package dev.halftone.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.Credits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects what is granted and taken back to the last credit, and how fast may be ordered. */
class ArithmeticTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:59:59Z");
    private static final Velocity VELOCITY = new Velocity(2, 1);

    @ParameterizedTest
    @CsvSource({"1, 1, 400, 400", "750, 2499, 3000, 900", "1, 3, 100, 33", "1, 1000, 999, 0"})
    void grantsAPartRoundedDown(long part, long whole, long credits, long granted) {
        assertThat(new Fraction(part, whole).of(new Credits(credits)))
                .isEqualTo(new Credits(granted));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 999, 999, true",
        "1, 1, 998, 999, false",
        "1, 2, 499, 999, true",
        "1, 2, 500, 999, true",
        "1, 2, 498, 999, false",
        "1, 2, 501, 999, false"
    })
    void acceptsAPartOnlyAtItsPrice(
            long part, long whole, long asked, long price, boolean accepted) {
        assertThat(new Fraction(part, whole).isPart(asked, price)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "-1, 1", "1, 0"})
    void knowsNoPartThatIsNone(long part, long whole) {
        assertThatThrownBy(() -> new Fraction(part, whole))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 594, 0", "1, 594, 1", "297, 594, 200", "593, 594, 400", "594, 594, 400"})
    void takesBackAPartRoundedUp(long refunded, long paid, long taken) {
        assertThat(new Payment.Refund(refunded, paid, NOW).of(new Credits(400)))
                .isEqualTo(new Credits(taken));
    }

    // The next hour has room again; a clock that goes back has not.
    @Test
    void countsOrdersByTheHour() {
        Ordered full = Ordered.NOTHING.placing(NOW).placing(NOW);

        assertThat(full.fullUntil(VELOCITY, NOW)).contains(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(full.fullUntil(VELOCITY, NOW.minus(Duration.ofHours(1)))).isPresent();
        assertThat(full.fullUntil(VELOCITY, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void countsFailuresByTheDay() {
        Ordered failed = Ordered.NOTHING.failing(NOW);

        assertThat(failed.fullUntil(VELOCITY, NOW.plus(Duration.ofHours(5))))
                .contains(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(failed.fullUntil(VELOCITY, NOW.plus(Duration.ofHours(14)))).isEmpty();
    }
}
