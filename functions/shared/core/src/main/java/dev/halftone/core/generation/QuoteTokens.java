package dev.halftone.core.generation;

import dev.halftone.core.SignedFields;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs quotes and reads them back, so that a quote costs no read and no write. */
public final class QuoteTokens {

    private static final int TOKEN_CHARACTERS_MAX = 1_000;

    private final SignedFields tokens;

    public QuoteTokens(Supplier<SigningKey> key) {
        this.tokens = new SignedFields(key, "quote.v1", 5, TOKEN_CHARACTERS_MAX);
    }

    public String sign(Quote quote) {
        return tokens.sign(
                quote.user().value(),
                quote.pricedHash(),
                quote.price().credits().toString(),
                quote.price().version(),
                Long.toString(quote.expiresAt().toEpochMilli()));
    }

    /** The quote, expired or not; empty if this deployment never signed the token. */
    public Optional<Quote> read(String token) {
        return tokens.read(
                token,
                fields ->
                        new Quote(
                                new UserId(fields.get(0)),
                                fields.get(1),
                                new Price(
                                        new Credits(Long.parseLong(fields.get(2))), fields.get(3)),
                                Instant.ofEpochMilli(Long.parseLong(fields.get(4)))));
    }
}
