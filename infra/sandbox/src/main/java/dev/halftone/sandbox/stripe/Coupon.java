package dev.halftone.sandbox.stripe;

import java.util.Locale;
import java.util.Optional;

/** The promotion codes this account knows. */
enum Coupon {
    HALF(50),
    FREE(100);

    private final int percent;

    Coupon(int percent) {
        this.percent = percent;
    }

    static Optional<Coupon> typed(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        for (Coupon coupon : values()) {
            if (coupon.name().equals(code)) {
                return Optional.of(coupon);
            }
        }
        return Optional.empty();
    }

    long of(long amountMinor) {
        return amountMinor * percent / 100;
    }
}
