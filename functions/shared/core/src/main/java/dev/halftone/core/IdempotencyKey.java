package dev.halftone.core;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a client sends so that asking twice makes one thing. */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an idempotency key");
        }
    }

    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new IdempotencyKey(text))
                : Optional.empty();
    }
}
