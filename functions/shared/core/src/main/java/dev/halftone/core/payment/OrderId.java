package dev.halftone.core.payment;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names an order. Derived from the user and the idempotency key; unguessable for others. */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("ord_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "order-id.v1";

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an order id");
        }
    }

    public static OrderId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new OrderId("ord_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<OrderId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OrderId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
