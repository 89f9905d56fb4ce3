package dev.halftone.core.asset;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names an asset. Derived from the user and the idempotency key; unguessable for others. */
public record AssetId(String value) {

    private static final Pattern FORM = Pattern.compile("ast_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "asset-id.v1";

    public AssetId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an asset id");
        }
    }

    public static AssetId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new AssetId("ast_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<AssetId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AssetId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
