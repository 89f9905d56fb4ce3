package dev.halftone.sandbox.oidc;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import dev.halftone.sandbox.oidc.AuthorizationRequest.ReadOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Discovery, authorize, token and keys, mounted under one issuer. */
public final class OidcProvider implements Handler {

    private final String issuer;
    private final Client client;
    private final Set<URI> redirectPrefixes;
    private final AuthorizationCodes codes;
    private final IdTokens tokens;
    private final PageTokens page;
    private final Clock clock;

    public OidcProvider(
            URI issuer, Client client, Set<URI> redirectPrefixes, Path folder, Clock clock) {
        this.issuer = issuer.toString();
        this.client = client;
        this.redirectPrefixes = Set.copyOf(redirectPrefixes);
        this.codes = new AuthorizationCodes(clock);
        this.tokens = new IdTokens(this.issuer, folder);
        this.clock = clock;
        this.page =
                new PageTokens(
                        PageTokens.Dialect.GOOGLE,
                        issuer,
                        client.id(),
                        redirectPrefixes,
                        tokens,
                        clock);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        switch (exchange.method() + " " + path) {
            case "GET .well-known/openid-configuration" ->
                    exchange.with("Cache-Control", "public, max-age=300").json(200, discovery());
            case "GET jwks" ->
                    exchange.with("Cache-Control", "public, max-age=300")
                            .bytes(
                                    200,
                                    "application/json",
                                    tokens.keys().getBytes(StandardCharsets.UTF_8));
            case "GET authorize" -> ask(exchange);
            case "POST authorize" -> answer(exchange);
            case "POST token" -> token(exchange);
            default -> page.handle(exchange, path);
        }
    }

    private Map<String, Object> discovery() {
        return Map.ofEntries(
                Map.entry("issuer", issuer),
                Map.entry("authorization_endpoint", issuer + "/authorize"),
                Map.entry("token_endpoint", issuer + "/token"),
                Map.entry("jwks_uri", issuer + "/jwks"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("response_modes_supported", List.of("query")),
                Map.entry("grant_types_supported", List.of("authorization_code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("scopes_supported", List.of("openid", "email", "profile")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_post", "client_secret_basic")),
                Map.entry(
                        "claims_supported",
                        List.of(
                                "aud",
                                "auth_time",
                                "azp",
                                "email",
                                "email_verified",
                                "exp",
                                "hd",
                                "iat",
                                "iss",
                                "name",
                                "nonce",
                                "picture",
                                "sub")));
    }

    private void ask(Exchange exchange) throws IOException {
        Params params = exchange.query();
        switch (AuthorizationRequest.read(params, client.id(), redirectPrefixes, "openid", true)) {
            case ReadOutcome.Accepted accepted ->
                    Html.guarded(exchange, formTargets(accepted.request().redirectUri()))
                            .html(200, AuthorizePage.choose(params));
            case ReadOutcome.Untrusted untrusted -> untrusted(exchange, untrusted);
            case ReadOutcome.Refused refused -> refused(exchange, refused);
        }
    }

    private void answer(Exchange exchange) throws IOException {
        Params form = exchange.form();
        switch (AuthorizationRequest.read(form, client.id(), redirectPrefixes, "openid", true)) {
            case ReadOutcome.Accepted accepted -> decide(exchange, accepted.request(), form);
            case ReadOutcome.Untrusted untrusted -> untrusted(exchange, untrusted);
            case ReadOutcome.Refused refused -> refused(exchange, refused);
        }
    }

    private void decide(Exchange exchange, AuthorizationRequest request, Params form)
            throws IOException {
        String choice = form.or("person", "");
        if (choice.equals("cancel")) {
            refused(
                    exchange,
                    new ReadOutcome.Refused(
                            request.redirectUri(), request.state(), "access_denied", "cancelled"));
            return;
        }
        Person person = Person.chosen(form);
        if (person == null) {
            Html.guarded(exchange, "'none'")
                    .html(400, AuthorizePage.refuse("A name and one e-mail address are needed."));
            return;
        }
        String code = codes.issue(request, person);
        exchange.with("Cache-Control", "no-store")
                .redirect(location(request.redirectUri(), "code", code, request.state()));
    }

    private void token(Exchange exchange) throws IOException {
        exchange.with("Cache-Control", "no-store");
        if (!exchange.hasType("application/x-www-form-urlencoded")) {
            exchange.json(400, Map.of("error", "invalid_request"));
            return;
        }
        Params form = exchange.form();
        if (!client.authenticates(form, exchange.header("Authorization"))) {
            exchange.with("WWW-Authenticate", "Basic realm=\"token\"")
                    .json(401, Map.of("error", "invalid_client"));
            return;
        }
        if (!"authorization_code".equals(form.get("grant_type"))) {
            exchange.json(400, Map.of("error", "unsupported_grant_type"));
            return;
        }
        AuthorizationCodes.Grant grant =
                codes.redeem(form.get("code"), form.get("redirect_uri"), form.get("code_verifier"));
        if (grant == null) {
            exchange.json(
                    400,
                    Map.of("error", "invalid_grant", "error_description", "Malformed auth code."));
            return;
        }
        exchange.json(
                200,
                Map.of(
                        "access_token", codes.token(),
                        "expires_in", IdTokens.LIFETIME.toSeconds(),
                        "scope", "openid email profile",
                        "token_type", "Bearer",
                        "id_token", tokens.sign(grant, clock.instant())));
    }

    static void untrusted(Exchange exchange, ReadOutcome.Untrusted untrusted) throws IOException {
        Html.guarded(exchange, "'none'").html(400, AuthorizePage.refuse(untrusted.reason()));
    }

    static void refused(Exchange exchange, ReadOutcome.Refused refused) throws IOException {
        exchange.with("Cache-Control", "no-store")
                .redirect(
                        location(refused.redirectUri(), "error", refused.error(), refused.state()));
    }

    static String formTargets(String redirectUri) {
        return "'self' " + AuthorizationRequest.origin(URI.create(redirectUri));
    }

    static String location(String redirectUri, String name, String value, @Nullable String state) {
        String separator = redirectUri.contains("?") ? "&" : "?";
        String answer = redirectUri + separator + name + "=" + encode(value);
        return state == null ? answer : answer + "&state=" + encode(state);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
