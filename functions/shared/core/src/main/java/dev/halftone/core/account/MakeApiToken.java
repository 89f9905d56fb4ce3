package dev.halftone.core.account;

import dev.halftone.core.Entropy;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Makes a token for a program of the person's own. */
public final class MakeApiToken {

    private final ApiTokens tokens;
    private final Entropy entropy;

    public MakeApiToken(ApiTokens tokens, Entropy entropy) {
        this.tokens = tokens;
        this.entropy = entropy;
    }

    /**
     * What the owner wants.
     *
     * @param life at most {@link ApiToken#LIFE_MAX}
     */
    public record Wish(String name, Set<Scope> scopes, Duration life) {
        public Wish {
            scopes = Set.copyOf(scopes);
        }
    }

    public MakeTokenOutcome make(Session owner, Wish wish, Instant now) {
        ApiTokenSecret secret = ApiTokenSecret.fresh(owner.user(), entropy);
        ApiToken token =
                new ApiToken(
                        owner.user(),
                        owner.account(),
                        secret.hash(),
                        wish.name(),
                        wish.scopes(),
                        now,
                        now.plus(wish.life()),
                        null,
                        secret.lastFour());
        return tokens.create(token, now)
                ? new MakeTokenOutcome.Made(token, secret)
                : new MakeTokenOutcome.TooMany();
    }
}
