package dev.halftone.core.share;

import dev.halftone.core.SignedFields;
import dev.halftone.core.SigningKey;
import dev.halftone.core.generation.GenerationId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands in a link. Signed, so that guessing costs a guesser more than it costs us. */
public final class ShareTokens {

    private static final int TOKEN_CHARACTERS_MAX = 300;

    private final SignedFields tokens;

    public ShareTokens(Supplier<SigningKey> key) {
        this.tokens = new SignedFields(key, "share-link.v1", 4, TOKEN_CHARACTERS_MAX);
    }

    /** What a token says; whether the link is still out only the store knows. */
    public record Claimed(
            GenerationId generation, int index, Instant createdAt, Instant expiresAt) {

        boolean isOf(Share share) {
            return share.createdAt().equals(createdAt) && share.expiresAt().equals(expiresAt);
        }
    }

    public String sign(Share share) {
        return tokens.sign(
                share.generation().value(),
                Integer.toString(share.index()),
                Long.toString(share.createdAt().toEpochMilli()),
                Long.toString(share.expiresAt().getEpochSecond()));
    }

    /** Empty if this deployment never signed the token. */
    public Optional<Claimed> read(String token) {
        return tokens.read(
                token,
                fields ->
                        new Claimed(
                                new GenerationId(fields.get(0)),
                                Integer.parseInt(fields.get(1)),
                                Instant.ofEpochMilli(Long.parseLong(fields.get(2))),
                                Instant.ofEpochSecond(Long.parseLong(fields.get(3)))));
    }
}
