package dev.halftone.function.signin;

import dev.halftone.core.Digest;
import dev.halftone.core.account.Session;
import dev.halftone.identity.AuthorizationResponse;
import dev.halftone.identity.CallbackOutcome;
import dev.halftone.identity.CodeFlow;
import dev.halftone.identity.FlowCookie;
import dev.halftone.identity.FlowWish;
import dev.halftone.identity.Purpose;
import dev.halftone.identity.ReturnPath;
import dev.halftone.identity.StartOutcome;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends browsers to providers, and lets in those that come back with proof. */
final class RedirectSignIn {
    private final Map<String, CodeFlow> flows;
    private final PublicUrl publicUrl;
    private final SessionGuard guard;
    private final BrowserSessions sessions;
    private final Arrivals arrivals;

    RedirectSignIn(
            Map<String, CodeFlow> flows,
            PublicUrl publicUrl,
            SessionGuard guard,
            BrowserSessions sessions,
            Arrivals arrivals) {
        this.flows = Map.copyOf(flows);
        this.publicUrl = publicUrl;
        this.guard = guard;
        this.sessions = sessions;
        this.arrivals = arrivals;
    }

    HttpResponse start(HttpRequest request) {
        String way = request.pathParameter("way");
        CodeFlow flow = flows.get(way);
        if (flow == null) {
            return unknownWay();
        }
        Optional<Purpose> purpose = Purpose.named(request.query().get("purpose"));
        if (purpose.isEmpty()) {
            return unknownPurpose();
        }
        String returnTo = request.query().get("returnTo");
        if (purpose.get() == Purpose.SIGN_IN) {
            return leave(way, flow, FlowWish.signIn(returnTo), request);
        }
        return switch (caller(purpose.get(), request)) {
            // People are sent here by a link: they are told on the page that it was on.
            case Guarded.Refused _ ->
                    RefusedArrival.NOT_FRESH.redirect(way, ReturnPath.orHome(returnTo));
            case Guarded.Caller caller ->
                    leave(
                            way,
                            flow,
                            new FlowWish(purpose.get(), returnTo, binding(caller.session())),
                            request);
        };
    }

    HttpResponse callback(HttpRequest request) {
        String way = request.pathParameter("way");
        CodeFlow flow = flows.get(way);
        if (flow == null) {
            return unknownWay();
        }
        AuthorizationResponse authorization = AuthorizationResponse.of(request.query());
        Session caller =
                guard.authenticateSession(request) instanceof Guarded.Caller signedIn
                        ? signedIn.session()
                        : null;
        HttpResponse response =
                switch (flow.finish(
                        authorization,
                        publicUrl.callback(way),
                        caller == null ? null : binding(caller),
                        request.cookies())) {
                    case CallbackOutcome.Verified verified ->
                            arrived(way, verified, caller, request);
                    case CallbackOutcome refused -> RefusedArrival.of(refused).answer(way, request);
                };
        return flow.cookieName(authorization)
                .map(name -> response.withCookie(sessions.clear(name)))
                .orElse(response);
    }

    private Guarded caller(Purpose purpose, HttpRequest request) {
        return purpose == Purpose.LINK
                ? guard.authenticateFresh(request)
                : guard.authenticateSession(request);
    }

    private HttpResponse leave(String way, CodeFlow flow, FlowWish wish, HttpRequest request) {
        return switch (flow.start(wish, publicUrl.callback(way), request.cookies())) {
            case StartOutcome.Redirect redirect -> leave(redirect);
            case StartOutcome.ProviderUnavailable unavailable ->
                    RefusedArrival.of(unavailable.outage()).redirect(way, ReturnPath.HOME);
        };
    }

    private HttpResponse leave(StartOutcome.Redirect redirect) {
        HttpResponse response = HttpResponse.redirect(redirect.location());
        for (String name : redirect.superseded()) {
            response = response.withCookie(sessions.clear(name));
        }
        FlowCookie cookie = redirect.cookie();
        return response.withCookie(sessions.set(cookie.name(), cookie.value(), cookie.maxAge()));
    }

    private HttpResponse arrived(
            String way,
            CallbackOutcome.Verified verified,
            @Nullable Session caller,
            HttpRequest request) {
        return switch (arrivals.arrive(
                verified.person(), verified.purpose(), way, caller, request)) {
            case ArrivalOutcome.Arrived arrived ->
                    HttpResponse.redirect(URI.create(verified.returnTo().value()))
                            .withCookie(arrived.cookie());
            case ArrivalOutcome.Refused refused -> refused.why().redirect(way, verified.returnTo());
        };
    }

    /** Ties a flow to the session without naming it. */
    static String binding(Session caller) {
        return Digest.sha256Hex("flow of " + caller.tokenHash());
    }

    static HttpResponse unknownPurpose() {
        return Problem.of(422, "invalid_field", "Sign in, confirm or link.")
                .field("purpose")
                .response();
    }

    static HttpResponse unknownWay() {
        return Problem.of(404, "unknown_way", "Nobody signs in this way here.").response();
    }
}
