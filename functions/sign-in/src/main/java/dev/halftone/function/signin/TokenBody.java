package dev.halftone.function.signin;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.MakeApiToken;
import dev.halftone.core.account.ProfileChange;
import dev.halftone.core.account.Scope;
import dev.halftone.lambda.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The token that a person wants.
 *
 * @param expiresInDays 1 to 365; 90 if left out
 */
record TokenBody(String name, List<String> scopes, @Nullable Integer expiresInDays) {

    TokenBody {
        scopes = List.copyOf(scopes);
    }

    Optional<Problem> fault() {
        if (!ProfileChange.isName(name) || name.strip().length() > ApiToken.NAME_CHARACTERS_MAX) {
            return Optional.of(
                    Problem.of(
                                    422,
                                    "invalid_name",
                                    "A name has 1 to 60 characters and no line breaks.")
                            .field("name"));
        }
        if (scopes.isEmpty() || !scopes.stream().allMatch(each -> Scope.parse(each).isPresent())) {
            return Optional.of(
                    Problem.of(
                                    422,
                                    "unknown_scope",
                                    "A token is for at least one of read, create and manage.")
                            .field("scopes"));
        }
        Duration life = life();
        if (!life.isPositive() || life.compareTo(ApiToken.LIFE_MAX) > 0) {
            return Optional.of(
                    Problem.of(422, "invalid_expiry", "A token lives for 1 to 365 days.")
                            .field("expiresInDays"));
        }
        return Optional.empty();
    }

    /** What is asked for, once nothing is wrong with it. */
    MakeApiToken.Wish wish() {
        Set<Scope> wanted =
                scopes.stream()
                        .flatMap(each -> Scope.parse(each).stream())
                        .collect(Collectors.toSet());
        return new MakeApiToken.Wish(name.strip(), wanted, life());
    }

    private Duration life() {
        return expiresInDays == null ? ApiToken.LIFE_USUAL : Duration.ofDays(expiresInDays);
    }
}
