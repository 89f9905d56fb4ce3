package dev.halftone.core.storyboard;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a storyboard. Derived from the user and the idempotency key; unguessable for others. */
public record StoryboardId(String value) {

    private static final Pattern FORM = Pattern.compile("stb_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "storyboard-id.v1";

    public StoryboardId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a storyboard id");
        }
    }

    public static StoryboardId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new StoryboardId("stb_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<StoryboardId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new StoryboardId(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
