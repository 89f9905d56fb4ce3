package dev.halftone.core.share;

import dev.halftone.core.SigningKey;
import dev.halftone.core.generation.GenerationId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands in a link. Signed, so that guessing costs a guesser more than it costs us. */
public final class ShareTokens {

    private static final String PURPOSE = "share-link.v1";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 4;
    private static final int TOKEN_CHARACTERS_MAX = 300;

    private final Supplier<SigningKey> key;

    public ShareTokens(Supplier<SigningKey> key) {
        this.key = key;
    }

    /** What a token says; whether the link is still out only the store knows. */
    public record Claimed(
            GenerationId generation, int index, Instant createdAt, Instant expiresAt) {

        boolean isOf(Share share) {
            return share.createdAt().equals(createdAt) && share.expiresAt().equals(expiresAt);
        }
    }

    public String sign(Share share) {
        String payload =
                String.join(
                        SEPARATOR,
                        share.generation().value(),
                        Integer.toString(share.index()),
                        Long.toString(share.createdAt().toEpochMilli()),
                        Long.toString(share.expiresAt().getEpochSecond()));
        // The encoded text is signed, not what it decodes to: base64 has several spellings.
        String encoded = encode(payload.getBytes(StandardCharsets.UTF_8));
        return encoded + "." + encode(key.get().sign(PURPOSE, encoded));
    }

    /** Empty if this deployment never signed the token. */
    public Optional<Claimed> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > TOKEN_CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String encoded = token.substring(0, dot);
            byte[] signature = decoder.decode(token.substring(dot + 1));
            return key.get().verifies(PURPOSE, encoded, signature)
                    ? Optional.of(
                            parse(new String(decoder.decode(encoded), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Claimed parse(String payload) {
        String[] fields = payload.split(SEPARATOR, FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("Not a link");
        }
        return new Claimed(
                new GenerationId(fields[0]),
                Integer.parseInt(fields[1]),
                Instant.ofEpochMilli(Long.parseLong(fields[2])),
                Instant.ofEpochSecond(Long.parseLong(fields[3])));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
