package dev.halftone.function.signin;

import dev.halftone.core.account.Session;
import dev.halftone.core.account.SpentProofs;
import dev.halftone.core.account.VerifiedPerson;
import dev.halftone.identity.CallbackOutcome;
import dev.halftone.identity.FlowWish;
import dev.halftone.identity.OneTap;
import dev.halftone.identity.Outage;
import dev.halftone.identity.Purpose;
import dev.halftone.identity.ReturnPath;
import dev.halftone.identity.TokenExchange;
import dev.halftone.identity.VerifyOutcome;
import dev.halftone.lambda.Body;
import dev.halftone.lambda.FormBody;
import dev.halftone.lambda.Guarded;
import dev.halftone.lambda.HttpRequest;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.JsonBody;
import dev.halftone.lambda.SessionGuard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets in those for whom a provider's own script gave a token to the page. A token counts once it
 * is proven, and never as a session.
 */
final class TokenSignIn {
    private static final String CSRF = "g_csrf_token";

    private final Map<String, TokenExchange> exchanges;
    private final Map<String, OneTap> oneTaps;
    private final SpentProofs spent;
    private final SessionGuard guard;
    private final BrowserSessions sessions;
    private final Arrivals arrivals;

    /** What the page sends after the provider's script called it back. */
    record ExchangeBody(String token, @Nullable String purpose) {}

    /** A token that somebody shows, and to what end. */
    private record Shown(String way, TokenExchange exchange, String token, Purpose purpose) {}

    /** What the page sends after Google's script called it back. */
    record CredentialBody(String credential) {}

    /** What Google's script is to be told. */
    record PromptResource(String nonce) {}

    TokenSignIn(
            Map<String, TokenExchange> exchanges,
            Map<String, OneTap> oneTaps,
            SpentProofs spent,
            SessionGuard guard,
            BrowserSessions sessions,
            Arrivals arrivals) {
        this.exchanges = Map.copyOf(exchanges);
        this.oneTaps = Map.copyOf(oneTaps);
        this.spent = spent;
        this.guard = guard;
        this.sessions = sessions;
        this.arrivals = arrivals;
    }

    HttpResponse exchange(HttpRequest request) {
        String way = request.pathParameter("way");
        TokenExchange exchange = exchanges.get(way);
        if (exchange == null) {
            return RedirectSignIn.unknownWay();
        }
        Optional<HttpResponse> crossSite = guard.crossSite(request);
        return crossSite.orElseGet(
                () ->
                        switch (JsonBody.read(request, ExchangeBody.class)) {
                            case Body.Invalid<ExchangeBody> invalid -> invalid.response();
                            case Body.Valid<ExchangeBody>(
                                            ExchangeBody(String token, String name)) ->
                                    Purpose.named(name)
                                            .map(
                                                    purpose ->
                                                            new Shown(
                                                                    way, exchange, token, purpose))
                                            .map(shown -> exchange(shown, request))
                                            .orElseGet(RedirectSignIn::unknownPurpose);
                        });
    }

    private HttpResponse exchange(Shown shown, HttpRequest request) {
        return switch (shown.purpose()) {
            case SIGN_IN -> prove(shown, null, request);
            case CONFIRM -> exchange(shown, guard.authenticateSession(request), request);
            case LINK -> exchange(shown, guard.authenticateFresh(request), request);
        };
    }

    private HttpResponse exchange(Shown shown, Guarded guarded, HttpRequest request) {
        return switch (guarded) {
            case Guarded.Refused refused -> refused.response();
            case Guarded.Caller caller -> prove(shown, caller.session(), request);
        };
    }

    private HttpResponse prove(Shown shown, @Nullable Session caller, HttpRequest request) {
        return switch (shown.exchange().verify(shown.token(), shown.purpose())) {
            // Whoever copied it on its way must not come in beside its owner.
            case VerifyOutcome.Genuine genuine
                    when !spent.spend(TokenExchange.digest(shown.token()), genuine.until()) ->
                    RefusedArrival.SPENT.problem(shown.way());
            case VerifyOutcome.Genuine genuine ->
                    arrived(shown.way(), genuine.person(), shown.purpose(), caller, request);
            case VerifyOutcome.Refused refused -> RefusedArrival.of(refused).problem(shown.way());
            case VerifyOutcome.KeysUnavailable _ ->
                    RefusedArrival.of(Outage.KEYS_UNREACHABLE).problem(shown.way());
        };
    }

    private HttpResponse arrived(
            String way,
            VerifiedPerson person,
            Purpose purpose,
            @Nullable Session caller,
            HttpRequest request) {
        return switch (arrivals.arrive(person, purpose, way, caller, request)) {
            case ArrivalOutcome.Arrived arrived ->
                    HttpResponse.noContent().withCookie(arrived.cookie());
            case ArrivalOutcome.Refused refused -> refused.why().problem(way);
        };
    }

    /** Draws what Google's token has to repeat; the browser's cookie remembers it. */
    HttpResponse prompt(HttpRequest request) {
        OneTap oneTap = oneTaps.get(request.pathParameter("way"));
        if (oneTap == null) {
            return RedirectSignIn.unknownWay();
        }
        OneTap.Prompt prompt = oneTap.prompt(FlowWish.signIn(request.query().get("returnTo")));
        return HttpResponse.json(200, new PromptResource(prompt.nonce()))
                .withCookie(
                        sessions.set(
                                prompt.cookie().name(),
                                prompt.cookie().value(),
                                prompt.cookie().maxAge()));
    }

    /** From the page's script as JSON, or from Google's as a form with its own token. */
    HttpResponse oneTap(HttpRequest request) {
        String way = request.pathParameter("way");
        OneTap oneTap = oneTaps.get(way);
        if (oneTap == null) {
            return RedirectSignIn.unknownWay();
        }
        Optional<HttpResponse> crossSite = guard.crossSite(request);
        if (crossSite.isPresent()) {
            return crossSite.get();
        }
        if (FormBody.isForm(request)) {
            Map<String, String> form = FormBody.read(request);
            return hasGooglesToken(request, form)
                    ? tapped(way, oneTap, form.getOrDefault("credential", ""), true, request)
                    : RefusedArrival.CROSS_SITE.problem(way);
        }
        return switch (JsonBody.read(request, CredentialBody.class)) {
            case Body.Invalid<CredentialBody> invalid -> invalid.response();
            case Body.Valid<CredentialBody> valid ->
                    tapped(way, oneTap, valid.value().credential(), false, request);
        };
    }

    /**
     * The double submit that Google's guide asks for; weaker than our own checks, and beside them.
     */
    private static boolean hasGooglesToken(HttpRequest request, Map<String, String> form) {
        String cookie = request.cookie(CSRF).orElse("");
        String field = form.getOrDefault(CSRF, "");
        return !cookie.isEmpty()
                && MessageDigest.isEqual(
                        cookie.getBytes(StandardCharsets.UTF_8),
                        field.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse tapped(
            String way, OneTap oneTap, String credential, boolean form, HttpRequest request) {
        HttpResponse response =
                switch (oneTap.finish(credential, null, request.cookies())) {
                    case CallbackOutcome.Verified verified ->
                            welcomed(way, verified, form, request);
                    case CallbackOutcome refused -> RefusedArrival.of(refused).problem(way);
                };
        return response.withCookie(sessions.clear(oneTap.cookieName()));
    }

    private HttpResponse welcomed(
            String way, CallbackOutcome.Verified verified, boolean form, HttpRequest request) {
        ReturnPath returnTo = verified.returnTo();
        HttpResponse answer = arrived(way, verified.person(), verified.purpose(), null, request);
        if (!form || answer.status() != 204) {
            return answer;
        }
        HttpResponse redirect = HttpResponse.redirect(URI.create(returnTo.value()));
        return answer.cookies().stream()
                .reduce(redirect, HttpResponse::withCookie, (_, last) -> last);
    }
}
