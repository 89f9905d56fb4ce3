package dev.halftone.function.signin;

import dev.halftone.core.account.AddressPrefix;
import dev.halftone.core.account.ConfirmOutcome;
import dev.halftone.core.account.Device;
import dev.halftone.core.account.RenewSession;
import dev.halftone.core.account.Session;
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
    private final RenewSession renewing;
    private final KeepAddress address;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Clock clock;

    BrowserSessions(
            SignIn signIn,
            RenewSession renewing,
            Sessions sessions,
            KeepAddress address,
            String cookiePrefix,
            Clock clock) {
        this.signIn = signIn;
        this.renewing = renewing;
        this.address = address;
        this.sessions = sessions;
        this.cookie = new SessionCookie(cookiePrefix);
        this.clock = clock;
    }

    /** Signs {@code person} in; whatever session the browser presented ends first. */
    SignInOutcome begin(VerifiedPerson person, String way, HttpRequest request) {
        // A session planted in this browser must not live on beside the person's own.
        closePresented(request);
        SignInOutcome outcome = signIn.signIn(person, origin(way, request), clock.instant());
        if (outcome instanceof SignInOutcome.Opened opened) {
            address.keep(opened.token(), request);
        }
        return outcome;
    }

    /** Makes {@code session} fresh if {@code person} is its user; its old token ends. */
    ConfirmOutcome confirm(
            Session session, VerifiedPerson person, String way, HttpRequest request) {
        ConfirmOutcome outcome =
                renewing.confirm(session, person, origin(way, request), clock.instant());
        if (outcome instanceof ConfirmOutcome.Confirmed confirmed) {
            address.keep(confirmed.token(), request);
        }
        return outcome;
    }

    /** Another token for the same sign-in; for whenever the ways to sign in change. */
    SessionToken rotate(Session session) {
        return renewing.rotate(session, clock.instant());
    }

    /** The session's own cookie. */
    String show(SessionToken token) {
        return cookie.set(token);
    }

    HttpResponse end(HttpRequest request) {
        closePresented(request);
        return gone();
    }

    /** The answer to a browser whose session has ended. */
    HttpResponse gone() {
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
