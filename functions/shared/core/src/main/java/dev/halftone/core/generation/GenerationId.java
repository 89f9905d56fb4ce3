package dev.halftone.core.generation;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.TransferId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a generation. Derived from the user and the idempotency key; unguessable for others. */
public record GenerationId(String value) {

    private static final Pattern FORM = Pattern.compile("gen_[0-9a-f]{32}");
    private static final int BYTES = 16;
    private static final String PURPOSE = "generation-id.v1";

    public GenerationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a generation id");
        }
    }

    public static GenerationId derive(SigningKey key, UserId user, IdempotencyKey idempotencyKey) {
        byte[] mac = key.sign(PURPOSE, user.value() + "\n" + idempotencyKey.value());
        return new GenerationId("gen_" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES)));
    }

    public static Optional<GenerationId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new GenerationId(text))
                : Optional.empty();
    }

    /** A generation is paid by exactly one transfer, which bears its name. */
    public TransferId transfer() {
        return new TransferId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
