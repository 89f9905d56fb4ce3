package dev.halftone.sandbox.oidc;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Html;
import dev.halftone.sandbox.http.Params;
import dev.halftone.sandbox.oidc.AuthorizationRequest.ReadOutcome;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's sign-in: OAuth 2 without an identity token. Codes are refused with status 200, as there,
 * and who somebody is has to be asked for.
 */
public final class GitHub implements Handler {

    private static final String SCOPES = "read:user user:email";

    private final String issuer;
    private final Client client;
    private final Set<URI> redirectPrefixes;
    private final AuthorizationCodes codes;
    private final Map<String, Person> people = new ConcurrentHashMap<>();

    public GitHub(URI issuer, Client client, Set<URI> redirectPrefixes, Clock clock) {
        this.issuer = issuer.toString();
        this.client = client;
        this.redirectPrefixes = Set.copyOf(redirectPrefixes);
        this.codes = new AuthorizationCodes(clock);
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        switch (exchange.method() + " " + path) {
            case "GET authorize" -> ask(exchange);
            case "POST authorize" -> decide(exchange);
            case "POST access_token" -> token(exchange);
            case "GET api/user" -> user(exchange);
            case "GET api/user/emails" -> emails(exchange);
            default -> exchange.json(404, Map.of("message", "Not Found"));
        }
    }

    private ReadOutcome read(Params params) {
        return AuthorizationRequest.read(params, client.id(), redirectPrefixes, SCOPES, false);
    }

    private void ask(Exchange exchange) throws IOException {
        Params params = exchange.query();
        switch (read(params)) {
            case ReadOutcome.Accepted accepted ->
                    Html.guarded(
                                    exchange,
                                    OidcProvider.formTargets(accepted.request().redirectUri()))
                            .html(200, AuthorizePage.choose(params));
            case ReadOutcome.Untrusted untrusted -> OidcProvider.untrusted(exchange, untrusted);
            case ReadOutcome.Refused refused -> OidcProvider.refused(exchange, refused);
        }
    }

    private void decide(Exchange exchange) throws IOException {
        Params form = exchange.form();
        switch (read(form)) {
            case ReadOutcome.Accepted accepted -> answer(exchange, accepted.request(), form);
            case ReadOutcome.Untrusted untrusted -> OidcProvider.untrusted(exchange, untrusted);
            case ReadOutcome.Refused refused -> OidcProvider.refused(exchange, refused);
        }
    }

    private void answer(Exchange exchange, AuthorizationRequest request, Params form)
            throws IOException {
        if (form.or("person", "").equals("cancel")) {
            OidcProvider.refused(
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
        String address =
                OidcProvider.location(
                        request.redirectUri(),
                        "code",
                        codes.issue(request, person),
                        request.state());
        exchange.with("Cache-Control", "no-store")
                .redirect(address + "&iss=" + OidcProvider.encode(issuer));
    }

    private void token(Exchange exchange) throws IOException {
        exchange.with("Cache-Control", "no-store");
        Params form = exchange.form();
        if (!exchange.hasType("application/x-www-form-urlencoded")
                || !client.authenticates(form, null)) {
            exchange.json(200, Map.of("error", "incorrect_client_credentials"));
            return;
        }
        AuthorizationCodes.Grant grant =
                codes.redeem(form.get("code"), form.get("redirect_uri"), form.get("code_verifier"));
        if (grant == null) {
            exchange.json(200, Map.of("error", "bad_verification_code"));
            return;
        }
        String token = "gho_" + codes.token();
        people.put(token, grant.person());
        exchange.json(
                200,
                Map.of(
                        "access_token",
                        token,
                        "scope",
                        SCOPES.replace(' ', ','),
                        "token_type",
                        "bearer"));
    }

    private void user(Exchange exchange) throws IOException {
        Person person = person(exchange);
        if (person != null) {
            exchange.json(
                    200,
                    Map.of(
                            "id", Long.parseLong(person.subject().substring(0, 9)),
                            "login", person.key(),
                            "name", person.name().isEmpty() ? person.key() : person.name()));
        }
    }

    private void emails(Exchange exchange) throws IOException {
        Person person = person(exchange);
        if (person != null) {
            exchange.json(
                    200,
                    person.email().isEmpty()
                            ? List.of()
                            : List.of(
                                    Map.of(
                                            "email",
                                            person.email(),
                                            "primary",
                                            true,
                                            "verified",
                                            person.emailVerified(),
                                            "visibility",
                                            "private")));
        }
    }

    private @Nullable Person person(Exchange exchange) throws IOException {
        String shown = Objects.requireNonNullElse(exchange.header("Authorization"), "");
        Person person =
                shown.startsWith("Bearer ")
                        ? people.get(shown.substring("Bearer ".length()))
                        : null;
        if (person == null || exchange.header("User-Agent") == null) {
            exchange.json(401, Map.of("message", "Bad credentials"));
            return null;
        }
        return person;
    }
}
