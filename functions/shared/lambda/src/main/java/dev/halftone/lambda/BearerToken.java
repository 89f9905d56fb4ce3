package dev.halftone.lambda;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.account.Scope;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignedIn;
import java.util.Locale;
import java.util.Optional;

/** What a request shows in {@code Authorization: Bearer} (RFC 6750), token of ours or not. */
record BearerToken(String shown) {
    private static final String SCHEME = "bearer ";
    // What the answer names the credentials by that it wants; RFC 6750, section 3.
    private static final String CHALLENGE = "www-authenticate";

    /** Of another scheme, such as Basic, is none. */
    static Optional<BearerToken> in(HttpRequest request) {
        return request.header("authorization")
                .map(String::strip)
                .filter(value -> (value + " ").toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> new BearerToken((value + " ").substring(SCHEME.length()).strip()));
    }

    Optional<ApiTokenSecret> secret() {
        return ApiTokenSecret.parse(shown);
    }

    /** The same whether the token never was, was revoked or has expired. */
    static HttpResponse refusal() {
        return Problem.of(401, "invalid_token", "This token opens nothing.")
                .response()
                .withHeader(CHALLENGE, "Bearer error=\"invalid_token\"");
    }

    static HttpResponse insufficient(Scope scope) {
        return Problem.of(403, "insufficient_scope", "This token was not made for that.")
                .with("scope", scope.label())
                .response()
                .withHeader(
                        CHALLENGE,
                        "Bearer error=\"insufficient_scope\", scope=\"" + scope.label() + "\"");
    }

    static boolean allows(SignedIn caller, Scope scope) {
        return switch (caller.credential()) {
            case ApiToken token -> token.scopes().contains(scope);
            case Session _ -> true;
        };
    }

    @Override
    public String toString() {
        return "BearerToken[REDACTED]";
    }
}
