package dev.halftone.function.generationsubmit;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;

/** Says what a generation would cost. */
final class QuoteRoute implements Route {
    private final SessionGuard guard;
    private final Profile profile;
    private final MakeQuote makeQuote;
    private final Clock clock;

    QuoteRoute(SessionGuard guard, Profile profile, MakeQuote makeQuote, Clock clock) {
        this.guard = guard;
        this.profile = profile;
        this.makeQuote = makeQuote;
        this.clock = clock;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (guard.authenticateAccepted(request, profile)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, QuoteBody.class)) {
                        case Body.Invalid<QuoteBody> invalid -> invalid.response();
                        case Body.Valid<QuoteBody> valid ->
                                quote(caller.signedIn().user(), valid.value());
                    };
        };
    }

    private HttpResponse quote(UserId user, QuoteBody body) {
        return switch (makeQuote.quote(user, body.asked(), clock.instant())) {
            case MakeQuote.Outcome.Quoted quoted ->
                    HttpResponse.json(
                            200, QuoteResource.of(quoted, body.model(), profile.catalogue()));
            case MakeQuote.Outcome.NotOffered not -> SubmitProblems.notOffered(not.reason());
        };
    }
}
