package dev.halftone.core.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody sent to a processor's webhook; by the processor only once its signature is checked.
 *
 * @param headers by their names in lower case
 * @param body the bytes as they came, read as UTF-8; bytes that are none make no valid signature
 * @param now when it came
 */
public record Delivery(Map<String, String> headers, String body, Instant now) {

    public Delivery {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** Never the body: it names people and payments. */
    @Override
    public String toString() {
        return "Delivery[" + body.length() + " characters]";
    }
}
