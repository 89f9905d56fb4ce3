package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Protects: an amount is a whole number that never wraps around and never goes below zero. */
class CreditsTest {

    @Test
    void refusesToGoBelowZero() {
        assertThatThrownBy(() -> new Credits(1).minus(new Credits(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWrapAround() {
        assertThatThrownBy(() -> new Credits(Long.MAX_VALUE).plus(new Credits(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsAndSubtractsExactly() {
        assertThat(new Credits(40).plus(new Credits(2)).minus(new Credits(42)))
                .isEqualTo(Credits.ZERO);
    }

    @Test
    void ordersByAmount() {
        assertThat(new Credits(2)).isLessThan(new Credits(3)).isGreaterThan(new Credits(1));
    }

    /** What a coupon paid in full has a cost, of nothing. */
    @Test
    void costsNothingAtLeast() {
        assertThat(new Cost(0, "EUR").amountMinor()).isZero();
        assertThatThrownBy(() -> new Cost(-1, "EUR")).isInstanceOf(IllegalArgumentException.class);
    }
}
