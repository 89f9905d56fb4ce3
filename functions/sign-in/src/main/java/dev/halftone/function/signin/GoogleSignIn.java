package dev.halftone.function.signin;

import dev.halftone.core.account.SignInOutcome;
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

    private static final String WAY = "google";

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
        return switch (sessions.begin(verified.person(), WAY, request)) {
            case SignInOutcome.Opened opened -> {
                Metrics.count("sign_in_completed");
                URI returnTo = URI.create(verified.returnTo().value());
                yield HttpResponse.redirect(returnTo).withCookie(sessions.show(opened.token()));
            }
            case SignInOutcome.EmailRequired _ -> failed("email_required", "no_address");
            case SignInOutcome.NotLinked _ -> failed("account_not_linked", "address_taken");
        };
    }

    // The page gets one of a few codes; the reason behind it helps an attacker more than a person.
    private static HttpResponse failed(String code, String reason) {
        LOG.atInfo()
                .addKeyValue(LogField.PROVIDER.key(), WAY)
                .addKeyValue(LogField.CODE.key(), code)
                .addKeyValue(LogField.DETAIL.key(), reason)
                .log("Sign-in failed");
        Metrics.count("sign_in_" + code);
        return HttpResponse.redirect(URI.create("/?signInError=" + code));
    }
}
