package dev.halftone.lambda;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignedIn;
import dev.halftone.core.account.UserState;
import dev.halftone.core.privacy.LogField;
import dev.halftone.core.profile.Profile;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who asks, and whether the request came from our own pages. One read per request. */
public final class SessionGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SessionGuard.class);
    private static final String SAME_ORIGIN = "same-origin";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Supplier<URI> publicUrl;
    private final Clock clock;
    private final String mediaType;

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

    /** The caller, with a live session and a request of our own pages. */
    public Guarded authenticate(HttpRequest request) {
        Optional<HttpResponse> refused = crossSite(request).or(() -> otherBody(request));
        if (refused.isPresent()) {
            return new Guarded.Refused(refused.get());
        }
        Instant now = clock.instant();
        Optional<SignedIn> found =
                request.cookie(cookie.name())
                        .flatMap(SessionToken::parse)
                        .flatMap(sessions::find)
                        .filter(signedIn -> signedIn.session().isLive(now));
        if (found.isEmpty()) {
            return refused(401, "sign_in_required", "Please sign in.");
        }
        return switch (found.get().state().standing()) {
            case SUSPENDED -> refused(403, "account_suspended", "This account is suspended.");
            case ACTIVE -> {
                extend(found.get().session(), now);
                yield new Guarded.Caller(found.get());
            }
        };
    }

    /** Like {@link #authenticate}, for what only people may do who accepted the current policy. */
    public Guarded authenticateAccepted(HttpRequest request, Profile profile) {
        return switch (authenticate(request)) {
            case Guarded.Refused refused -> refused;
            case Guarded.Caller caller -> accepted(caller, profile);
        };
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

    private void extend(Session session, Instant now) {
        if (!session.wantsExtension(now)) {
            return;
        }
        try {
            sessions.extend(session.extended(now));
        } catch (TransientFailure e) {
            // The session still lives; the next request extends it.
            LOG.atWarn()
                    .addKeyValue(LogField.DEPENDENCY.key(), e.dependency())
                    .log("Session not extended");
        }
    }

    private static Guarded refused(int status, String code, String detail) {
        return new Guarded.Refused(Problem.of(status, code, detail).response());
    }
}
