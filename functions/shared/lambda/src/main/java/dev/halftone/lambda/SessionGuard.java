package dev.halftone.lambda;

import dev.halftone.core.account.Scope;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserState;
import dev.halftone.core.profile.Profile;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides who asks, and whether the request came from our own pages. One read per request. */
public final class SessionGuard {
    private static final String SAME_ORIGIN = "same-origin";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Supplier<URI> publicUrl;
    private final Clock clock;
    private final String mediaType;
    private final LiveCallers live;

    /**
     * Keeps its collaborators.
     *
     * @param publicUrl where the service lives; asked only when a browser sends no fetch metadata
     */
    public SessionGuard(
            Sessions sessions, String cookiePrefix, Supplier<URI> publicUrl, Clock clock) {
        this(sessions, new SessionCookie(cookiePrefix), publicUrl, clock, JsonBody.MEDIA_TYPE);
    }

    private SessionGuard(
            Sessions sessions,
            SessionCookie cookie,
            Supplier<URI> publicUrl,
            Clock clock,
            String mediaType) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.mediaType = mediaType;
        this.live = new LiveCallers(sessions, clock);
    }

    /**
     * The same for bodies of another kind.
     *
     * @param other none of the three that a form of somebody else's page could send
     */
    public SessionGuard taking(String other) {
        return new SessionGuard(sessions, cookie, publicUrl, clock, other);
    }

    /** For functions whose every route is a GET: an unsafe method is a mistake in the template. */
    public static SessionGuard forReads(Sessions sessions, String cookiePrefix, Clock clock) {
        return new SessionGuard(
                sessions,
                cookiePrefix,
                () -> {
                    throw new IllegalStateException("This function only reads");
                },
                clock);
    }

    /**
     * The caller: a live session and a request of our own pages, or a live token that may {@link
     * Scope#READ} for a safe method, {@link Scope#MANAGE} for another.
     */
    public Guarded authenticate(HttpRequest request) {
        return authenticate(request, request.isSafe() ? Scope.READ : Scope.MANAGE);
    }

    /** The same for a token that may do what {@code scope} says. */
    public Guarded authenticate(HttpRequest request, Scope scope) {
        // Whoever shows a token means it: a cookie beside it decides nothing.
        return BearerToken.in(request)
                .map(bearer -> byToken(request, bearer, scope))
                .orElseGet(() -> bySession(request));
    }

    /** Like {@link #authenticate}, for what a person does at their own browser and no program. */
    public Guarded authenticateSession(HttpRequest request) {
        return BearerToken.in(request).isPresent()
                ? refused(
                        403,
                        "session_required",
                        "This needs a person who is signed in; a token does not do.")
                : bySession(request);
    }

    /**
     * Like {@link #authenticateSession}, for what could cost a person their account: the session
     * proved who they are within the last {@link Session#FRESH_MAX}.
     */
    public Guarded authenticateFresh(HttpRequest request) {
        return switch (authenticateSession(request)) {
            case Guarded.Refused refused -> refused;
            case Guarded.Caller caller ->
                    caller.session().isFresh(clock.instant())
                            ? caller
                            : refused(
                                    403,
                                    "reauthentication_required",
                                    "Please confirm that it is you first.");
        };
    }

    /**
     * Like {@link #authenticate}, for what spends credits: only for people who accepted the current
     * policy, and tokens that may {@link Scope#CREATE}.
     */
    public Guarded authenticateAccepted(HttpRequest request, Profile profile) {
        return authenticateAccepted(request, profile, Scope.CREATE);
    }

    /** The same for tokens that may do what {@code scope} says. */
    public Guarded authenticateAccepted(HttpRequest request, Profile profile, Scope scope) {
        return switch (authenticate(request, scope)) {
            case Guarded.Refused refused -> refused;
            case Guarded.Caller caller -> accepted(caller, profile);
        };
    }

    /**
     * Like {@link #authenticateSession}, for what people pay for: only those who accepted the
     * current policy.
     */
    public Guarded authenticateSessionAccepted(HttpRequest request, Profile profile) {
        return switch (authenticateSession(request)) {
            case Guarded.Refused refused -> refused;
            case Guarded.Caller caller -> accepted(caller, profile);
        };
    }

    private Guarded bySession(HttpRequest request) {
        Optional<HttpResponse> refused = crossSite(request).or(() -> otherBody(request));
        if (refused.isPresent()) {
            return new Guarded.Refused(refused.get());
        }
        Optional<SignedIn> found =
                request.cookie(cookie.name())
                        .flatMap(SessionToken::parse)
                        .flatMap(sessions::find)
                        .filter(live::isLive);
        return found.map(live::caller)
                .orElseGet(() -> refused(401, "sign_in_required", "Please sign in."));
    }

    // No page of another site can send the header, so where it came from is no question.
    private Guarded byToken(HttpRequest request, BearerToken bearer, Scope scope) {
        Optional<HttpResponse> refused = otherBody(request);
        if (refused.isPresent()) {
            return new Guarded.Refused(refused.get());
        }
        Optional<SignedIn> found = bearer.secret().flatMap(sessions::find).filter(live::isLive);
        if (found.isEmpty()) {
            return new Guarded.Refused(BearerToken.refusal());
        }
        return BearerToken.allows(found.get(), scope)
                ? live.caller(found.get())
                : new Guarded.Refused(BearerToken.insufficient(scope));
    }

    /** The refusal of an unsafe request that did not come from our own origin. */
    public Optional<HttpResponse> crossSite(HttpRequest request) {
        if (request.isSafe()) {
            return Optional.empty();
        }
        boolean own =
                request.header("sec-fetch-site")
                        .map(SAME_ORIGIN::equals)
                        .or(() -> request.header("origin").map(this::isOwnOrigin))
                        .orElse(false);
        return own
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        403,
                                        "cross_site_request",
                                        "This request did not come from our own pages.")
                                .response());
    }

    private Optional<HttpResponse> otherBody(HttpRequest request) {
        return request.isSafe() || request.body().isEmpty() || JsonBody.isA(request, mediaType)
                ? Optional.empty()
                : Optional.of(JsonBody.unsupportedMediaType(mediaType).response());
    }

    private boolean isOwnOrigin(String origin) {
        URI url = publicUrl.get();
        return origin.equals(url.getScheme() + "://" + url.getRawAuthority());
    }

    private static Guarded accepted(Guarded.Caller caller, Profile profile) {
        UserState state = caller.signedIn().state();
        return state.accepted(profile.policyVersion(), profile.minimumAge())
                ? caller
                : refused(
                        403,
                        "acceptance_required",
                        "Please confirm your age and accept the privacy policy first.");
    }

    private static Guarded refused(int status, String code, String detail) {
        return new Guarded.Refused(Problem.of(status, code, detail).response());
    }
}
