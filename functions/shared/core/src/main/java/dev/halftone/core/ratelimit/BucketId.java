package dev.halftone.core.ratelimit;

import dev.halftone.core.SigningKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whose bucket of which class.
 *
 * @param holder tells who it is to nobody who does not have our key
 */
public record BucketId(RateClass kind, String holder) {
    private static final String PURPOSE = "rate-limit";
    private static final int HOLDER_BYTES = 16;

    /**
     * Derives it.
     *
     * @param subject whom requests are counted for: a user, a token, or a network
     */
    public static BucketId of(RateClass kind, String subject, SigningKey key) {
        byte[] code = key.sign(PURPOSE, subject);
        return new BucketId(kind, HexFormat.of().formatHex(Arrays.copyOf(code, HOLDER_BYTES)));
    }
}
