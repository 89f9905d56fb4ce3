package dev.halftone.function.signin;

import dev.halftone.core.account.SignedIn;
import dev.halftone.core.privacy.DataMap;
import dev.halftone.core.privacy.Disclosure;
import dev.halftone.core.privacy.OwnRecords;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Gives people a copy of what is stored about their account, as a file. */
final class OwnData {
    private final SessionGuard guard;
    private final OwnRecords records;
    private final Disclosure disclosure = new Disclosure(DataMap.declarations());
    private final Clock clock;

    OwnData(SessionGuard guard, OwnRecords records, Clock clock) {
        this.guard = guard;
        this.records = records;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of("GET /v1/me/data", this::copy);
    }

    private HttpResponse copy(HttpRequest request) {
        return switch (guard.authenticateFresh(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> copy(caller.signedIn());
        };
    }

    private HttpResponse copy(SignedIn caller) {
        Instant now = clock.instant();
        return HttpResponse.json(
                        200,
                        DataResource.of(
                                caller.user(),
                                now,
                                disclosure.of(records.of(caller.user(), caller.account(), now))))
                .withHeader(
                        "content-disposition", "attachment; filename=\"halftone-account.json\"");
    }
}
