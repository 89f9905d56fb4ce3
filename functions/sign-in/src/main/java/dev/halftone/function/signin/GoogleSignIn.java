package dev.halftone.function.signin;

import dev.halftone.core.privacy.LogField;
import dev.halftone.identity.AuthorizationResponse;
import dev.halftone.identity.CallbackOutcome;
import dev.halftone.identity.CodeFlow;
import dev.halftone.identity.FlowCookie;
import dev.halftone.identity.StartOutcome;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Metrics;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers to Google, and signs in those that come back with proof. */
final class GoogleSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(GoogleSignIn.class);

    private final CodeFlow flow;
    private final PublicUrl publicUrl;
    private final BrowserSessions sessions;

    GoogleSignIn(CodeFlow flow, PublicUrl publicUrl, BrowserSessions sessions) {
        this.flow = flow;
        this.publicUrl = publicUrl;
        this.sessions = sessions;
    }

    HttpResponse start(HttpRequest request) {
        StartOutcome outcome =
                flow.start(
                        request.query().get("returnTo"),
                        publicUrl.googleCallback(),
                        request.cookies());
        return switch (outcome) {
            case StartOutcome.Redirect redirect -> leave(redirect);
            case StartOutcome.ProviderUnavailable unavailable ->
                    failed("provider_unavailable", unavailable.outage().code());
        };
    }

    HttpResponse callback(HttpRequest request) {
        AuthorizationResponse authorization = AuthorizationResponse.of(request.query());
        HttpResponse response =
                switch (flow.finish(authorization, publicUrl.googleCallback(), request.cookies())) {
                    case CallbackOutcome.Verified verified -> signedIn(verified, request);
                    case CallbackOutcome.Denied _ -> failed("access_denied", "by_person");
                    case CallbackOutcome.Expired _ -> failed("expired", "flow_expired");
                    case CallbackOutcome.Rejected rejected ->
                            failed("failed", rejected.reason().code());
                    case CallbackOutcome.ProviderUnavailable unavailable ->
                            failed("provider_unavailable", unavailable.outage().code());
                };
        return flow.cookieName(authorization)
                .map(name -> response.withCookie(sessions.clear(name)))
                .orElse(response);
    }

    private HttpResponse leave(StartOutcome.Redirect redirect) {
        HttpResponse response = HttpResponse.redirect(redirect.location());
        for (String name : redirect.superseded()) {
            response = response.withCookie(sessions.clear(name));
        }
        FlowCookie cookie = redirect.cookie();
        return response.withCookie(sessions.set(cookie.name(), cookie.value(), cookie.maxAge()));
    }

    private HttpResponse signedIn(CallbackOutcome.Verified verified, HttpRequest request) {
        Metrics.count("sign_in_completed");
        URI returnTo = URI.create(verified.returnTo().value());
        return sessions.begin(verified.person(), request, HttpResponse.redirect(returnTo));
    }

    // The page gets one of four codes; the reason behind it helps an attacker more than a person.
    private static HttpResponse failed(String code, String reason) {
        LOG.atInfo()
                .addKeyValue(LogField.PROVIDER.key(), "google")
                .addKeyValue(LogField.CODE.key(), code)
                .addKeyValue(LogField.DETAIL.key(), reason)
                .log("Sign-in failed");
        Metrics.count("sign_in_" + code);
        return HttpResponse.redirect(URI.create("/?signInError=" + code));
    }
}
