package dev.halftone.core.generation;

import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Credits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs quotes and reads them back, so that a quote costs no read and no write. */
public final class QuoteTokens {

    private static final String PURPOSE = "quote.v1";
    private static final String SEPARATOR = "\n";
    private static final int FIELDS = 5;
    private static final int TOKEN_CHARACTERS_MAX = 1_000;

    private final Supplier<SigningKey> key;

    public QuoteTokens(Supplier<SigningKey> key) {
        this.key = key;
    }

    public String sign(Quote quote) {
        String payload =
                String.join(
                        SEPARATOR,
                        quote.user().value(),
                        quote.pricedHash(),
                        quote.price().credits().toString(),
                        quote.price().version(),
                        Long.toString(quote.expiresAt().toEpochMilli()));
        // The encoded text is signed, not what it decodes to: base64 has several spellings.
        String encoded = encode(payload.getBytes(StandardCharsets.UTF_8));
        return encoded + "." + encode(key.get().sign(PURPOSE, encoded));
    }

    /** The quote, expired or not; empty if this deployment never signed the token. */
    public Optional<Quote> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > TOKEN_CHARACTERS_MAX) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            String encoded = token.substring(0, dot);
            byte[] signature = decoder.decode(token.substring(dot + 1));
            if (!key.get().verifies(PURPOSE, encoded, signature)) {
                return Optional.empty();
            }
            return Optional.of(parse(new String(decoder.decode(encoded), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Quote parse(String payload) {
        String[] fields = payload.split(SEPARATOR, FIELDS);
        return new Quote(
                new UserId(fields[0]),
                fields[1],
                new Price(new Credits(Long.parseLong(fields[2])), fields[3]),
                Instant.ofEpochMilli(Long.parseLong(fields[4])));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
