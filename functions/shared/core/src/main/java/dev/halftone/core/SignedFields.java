package dev.halftone.core;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A few fields as one token that fits into an address: anybody can read it, and nobody but this
 * deployment can make one.
 *
 * @param purpose which tokens these are; one of another purpose is none
 * @param count of the fields, none of which has a line end
 * @param charactersMax no token of this purpose is longer
 */
public record SignedFields(Supplier<SigningKey> key, String purpose, int count, int charactersMax) {

    private static final String SEPARATOR = "\n";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    public String sign(String... fields) {
        // The encoded text is signed, not what it decodes to: base64 has several spellings.
        String encoded = encode(String.join(SEPARATOR, fields).getBytes(StandardCharsets.UTF_8));
        return encoded + "." + encode(key.get().sign(purpose, encoded));
    }

    /** What the fields say; empty if this deployment never signed the token. */
    public <T> Optional<T> read(String token, Function<List<String>, T> meaning) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > charactersMax) {
            return Optional.empty();
        }
        try {
            String encoded = token.substring(0, dot);
            byte[] signature = DECODER.decode(token.substring(dot + 1));
            return key.get().verifies(purpose, encoded, signature)
                    ? Optional.of(meaning.apply(fields(encoded)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private List<String> fields(String encoded) {
        String text = new String(DECODER.decode(encoded), StandardCharsets.UTF_8);
        List<String> fields = List.of(text.split(SEPARATOR, -1));
        if (fields.size() != count) {
            throw new IllegalArgumentException("Not so many fields");
        }
        return fields;
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
