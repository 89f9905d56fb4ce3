package dev.halftone.function.signin;

import dev.halftone.core.account.AddressPrefix;
import dev.halftone.core.account.Device;
import dev.halftone.core.account.SessionOrigin;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.Sessions;
import dev.halftone.core.account.SignIn;
import dev.halftone.core.account.SignInOutcome;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.SessionCookie;
import java.time.Clock;
import java.time.Duration;

/** The beginning and the end of a browser's session, and the cookies of both. */
final class BrowserSessions {
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    BrowserSessions(SignIn signIn, Sessions sessions, String cookiePrefix, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = new SessionCookie(cookiePrefix);
        this.clock = clock;
    }

    /** Signs {@code person} in; whatever session the browser presented ends first. */
    SignInOutcome begin(VerifiedPerson person, String way, HttpRequest request) {
        // A session planted in this browser must not live on beside the person's own.
        closePresented(request);
        return signIn.signIn(person, origin(way, request), clock.instant());
    }

    /** The session's own cookie. */
    String show(SessionToken token) {
        return cookie.set(token);
    }

    HttpResponse end(HttpRequest request) {
        closePresented(request);
        return HttpResponse.noContent().withCookie(cookie.clear());
    }

    /** A cookie beside the session's, as well protected. */
    String set(String name, String value, Duration maxAge) {
        String secure = cookie.prefix().isEmpty() ? "" : "; Secure";
        return "%s=%s; Max-Age=%d; Path=/%s; HttpOnly; SameSite=Lax"
                .formatted(name, value, maxAge.toSeconds(), secure);
    }

    String clear(String name) {
        return set(name, "", Duration.ZERO);
    }

    /** What the browser says of itself, and from where it came. */
    private static SessionOrigin origin(String way, HttpRequest request) {
        return new SessionOrigin(
                way,
                Device.of(request.header("user-agent").orElse("")),
                AddressPrefix.of(request.sourceIp()));
    }

    private void closePresented(HttpRequest request) {
        request.cookie(cookie.name()).flatMap(SessionToken::parse).ifPresent(sessions::close);
    }
}
