package dev.halftone.core.brief;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a brief. Derived from the user and the idempotency key; unguessable for others. */
public record BriefId(String value) {

    private static final Pattern FORM = Pattern.compile("brf_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "brief-id.v1";

    public BriefId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a brief id");
        }
    }

    public static BriefId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new BriefId("brf_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<BriefId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BriefId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
