package dev.halftone.function.signin;

import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.account.AccountEvents;
import dev.halftone.core.account.Language;
import dev.halftone.core.account.ProfileChange;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.Users;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.Route;
import dev.halftone.lambda.SessionGuard;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What people accept and change of their own profile, and the list of what was changed. */
final class OwnProfile {
    private final SessionGuard guard;
    private final Users users;
    private final AccountEvents events;
    private final Me me;
    private final Clock clock;

    OwnProfile(SessionGuard guard, Users users, AccountEvents events, Me me, Clock clock) {
        this.guard = guard;
        this.users = users;
        this.events = events;
        this.me = me;
        this.clock = clock;
    }

    Map<String, Route> routes() {
        return Map.of(
                "PATCH /v1/me", this::change,
                "POST /v1/me/acceptance", this::accept,
                "GET /v1/me/events", this::events);
    }

    private HttpResponse change(HttpRequest request) {
        return switch (guard.authenticate(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> change(request, caller.signedIn());
        };
    }

    private HttpResponse change(HttpRequest request, SignedIn caller) {
        return switch (JsonBody.read(request, ProfileBody.class)) {
            case Body.Invalid<ProfileBody> invalid -> invalid.response();
            case Body.Valid<ProfileBody>(ProfileBody body) ->
                    refusal(body).orElseGet(() -> changed(caller, body));
        };
    }

    private static Optional<HttpResponse> refusal(ProfileBody body) {
        if (body.name() != null && !ProfileChange.isName(body.name())) {
            return Optional.of(
                    Problem.of(
                                    422,
                                    "invalid_name",
                                    "A name has 1 to 200 characters and no line breaks.")
                            .field("name")
                            .response());
        }
        if (body.language() != null && Language.ofTag(body.language()).isEmpty()) {
            return Optional.of(
                    Problem.of(422, "unknown_language", "Halftone does not speak this language.")
                            .field("language")
                            .response());
        }
        return Optional.empty();
    }

    private HttpResponse changed(SignedIn caller, ProfileBody body) {
        Language language =
                Optional.ofNullable(body.language()).flatMap(Language::ofTag).orElse(null);
        String name = body.name() == null ? null : body.name().strip();
        Instant now = clock.instant();
        users.change(caller.user(), new ProfileChange(name, language));
        if (name != null) {
            record(caller, AccountEvent.Kind.NAME_CHANGED, now);
        }
        if (language != null) {
            record(caller, AccountEvent.Kind.LANGUAGE_CHANGED, now);
        }
        return me.show(caller);
    }

    private void record(SignedIn caller, AccountEvent.Kind kind, Instant now) {
        events.record(
                caller.user(),
                caller.credential() instanceof Session session
                        ? AccountEvent.by(session, kind, now)
                        : AccountEvent.of(kind, now));
    }

    private HttpResponse accept(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    switch (JsonBody.read(request, AcceptanceBody.class)) {
                        case Body.Invalid<AcceptanceBody> invalid -> invalid.response();
                        case Body.Valid<AcceptanceBody>(AcceptanceBody body) ->
                                accepted(caller.signedIn(), body);
                    };
        };
    }

    private HttpResponse accepted(SignedIn caller, AcceptanceBody body) {
        HttpResponse response = me.accept(caller, body);
        if (response.status() == 200) {
            record(caller, AccountEvent.Kind.POLICY_ACCEPTED, clock.instant());
        }
        return response;
    }

    private HttpResponse events(HttpRequest request) {
        return switch (guard.authenticateSession(request)) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller ->
                    HttpResponse.json(
                            200,
                            EventsResource.of(
                                    events.recent(caller.signedIn().user(), clock.instant())));
        };
    }
}
