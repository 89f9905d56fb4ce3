package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.ApiToken;
import dev.halftone.core.account.ApiTokens;
import dev.halftone.core.account.MakeApiToken;
import dev.halftone.core.account.MakeTokenOutcome;
import dev.halftone.core.account.Session;
import dev.halftone.core.mail.Letter;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.util.Map;

/** The tokens that a person made for programs. Only a person at a browser reaches these. */
final class TokenRoutes {
    private final SessionGuard guard;
    private final ApiTokens tokens;
    private final MakeApiToken making;
    private final AccountNews news;
    private final Clock clock;

    TokenRoutes(
            SessionGuard guard,
            ApiTokens tokens,
            MakeApiToken making,
            AccountNews news,
            Clock clock) {
        this.guard = guard;
        this.tokens = tokens;
        this.making = making;
        this.news = news;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of(
                "GET /v1/me/tokens", this::list,
                "POST /v1/me/tokens", this::create,
                "DELETE /v1/me/tokens/{id}", this::revoke);
    }

    private HttpResponse list(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    HttpResponse.json(
                            200,
                            TokensResource.of(
                                    tokens.all(caller.signedIn().user(), clock.instant())));
        };
    }

    private HttpResponse create(HttpRequest request) {
        return switch (guard.authenticateFresh(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, TokenBody.class)) {
                        case Body.Invalid<TokenBody> invalid -> invalid.response();
                        case Body.Valid<TokenBody>(TokenBody body) ->
                                body.fault()
                                        .map(Problem::response)
                                        .orElseGet(() -> create(caller.session(), body));
                    };
        };
    }

    private HttpResponse create(Session owner, TokenBody body) {
        return switch (making.make(owner, body.wish(), clock.instant())) {
            case MakeTokenOutcome.Made made -> {
                news.record(
                        owner,
                        AccountEvent.Kind.TOKEN_CREATED,
                        new Letter.TokenCreated(made.token().name()));
                yield HttpResponse.json(201, TokensResource.Made.of(made));
            }
            case MakeTokenOutcome.TooMany _ ->
                    Problem.of(
                                    409,
                                    "too_many_tokens",
                                    "Nobody has more tokens than this; revoke one first.")
                            .with("max", ApiToken.PER_PERSON_MAX)
                            .response();
        };
    }

    private HttpResponse revoke(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> revoke(caller.session(), request.pathParameter("id"));
        };
    }

    private HttpResponse revoke(Session owner, String id) {
        if (tokens.revoke(owner.user(), id, clock.instant()).isEmpty()) {
            return Problem.of(404, "unknown_token", "There is no such token.")
                    .field("id")
                    .response();
        }
        news.record(owner, AccountEvent.Kind.TOKEN_REVOKED);
        return HttpResponse.noContent();
    }
}
