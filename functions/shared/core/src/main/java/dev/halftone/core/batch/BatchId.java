package dev.halftone.core.batch;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a batch. Derived from the user and the idempotency key; unguessable for others. */
public record BatchId(String value) {

    private static final Pattern FORM = Pattern.compile("bat_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "batch-id.v1";

    public BatchId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a batch id");
        }
    }

    public static BatchId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new BatchId("bat_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<BatchId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BatchId(text)) : Optional.empty();
    }

    /**
     * What a row is asked for under, so that it is made once however often it is tried.
     *
     * @param tries how often it failed before and was to be made again
     */
    public IdempotencyKey ofRow(int row, int tries) {
        return new IdempotencyKey("%s-%d-%d".formatted(value, row, tries));
    }

    @Override
    public String toString() {
        return value;
    }
}
