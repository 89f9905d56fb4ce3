package dev.halftone.function.signin;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.MakeTokenOutcome;
import dev.halftone.core.account.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's tokens, as JSON. */
record TokensResource(List<Entry> items) {

    TokensResource {
        items = List.copyOf(items);
    }

    static TokensResource of(List<ApiToken> tokens) {
        return new TokensResource(tokens.stream().map(Entry::of).toList());
    }

    /**
     * A token that was just made.
     *
     * @param secret what the program sends; nobody is shown it again
     */
    record Made(String secret, Entry token) {
        static Made of(MakeTokenOutcome.Made made) {
            return new Made(made.secret().text(), Entry.of(made.token()));
        }
    }

    /**
     * One of them.
     *
     * @param lastFour how its text ends
     * @param lastUsedAt to the hour; {@code null} before the first use
     */
    record Entry(
            String id,
            String name,
            List<String> scopes,
            String lastFour,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        Entry {
            scopes = List.copyOf(scopes);
        }

        static Entry of(ApiToken token) {
            return new Entry(
                    token.id(),
                    token.name(),
                    token.scopes().stream().sorted().map(Scope::label).toList(),
                    token.lastFour(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt());
        }
    }
}
