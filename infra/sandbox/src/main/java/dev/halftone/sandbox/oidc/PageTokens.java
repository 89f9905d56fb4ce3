package dev.halftone.sandbox.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.http.Handler;
import dev.halftone.sandbox.http.Params;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose own script runs in the page and gives it a signed token there. The script lets
 * one choose a person; tokens go to the pages that are registered, and to no others.
 */
public final class PageTokens implements Handler {

    private static final Duration CLERK_LIFE = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofHours(1);

    private final Dialect dialect;
    private final String issuer;
    private final String clientId;
    private final Set<String> origins;
    private final IdTokens tokens;
    private final Clock clock;

    /** Whose script and tokens they are like. */
    public enum Dialect {
        CLERK,
        FIREBASE,
        GOOGLE
    }

    public PageTokens(
            Dialect dialect,
            URI issuer,
            String clientId,
            Set<URI> pages,
            IdTokens tokens,
            Clock clock) {
        this.dialect = dialect;
        this.issuer = issuer.toString();
        this.clientId = clientId;
        this.origins = pages.stream().map(AuthorizationRequest::origin).collect(Collectors.toSet());
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void handle(Exchange exchange, String path) throws IOException {
        String origin = exchange.header("Origin");
        if (origin != null && origins.contains(origin)) {
            exchange.with("Access-Control-Allow-Origin", origin).with("Vary", "Origin");
        }
        switch (exchange.method() + " " + path) {
            case "GET .well-known/jwks.json", "GET jwks" ->
                    exchange.bytes(
                            200,
                            "application/json",
                            tokens.keys().getBytes(StandardCharsets.UTF_8));
            case "GET npm/@clerk/clerk-js@5/dist/clerk.browser.js", "GET gsi/client" ->
                    script(exchange, filled());
            case "GET firebase-auth.js" -> script(exchange, filled() + text("firebase-auth.js"));
            case "GET firebase-app.js" -> script(exchange, text("firebase-app.js"));
            case "GET people" -> exchange.json(200, people());
            case "POST page-token" -> token(exchange, origin);
            default -> exchange.json(404, Map.of("error", "not_found"));
        }
    }

    private static List<Map<String, String>> people() {
        return Person.SAMPLES.stream()
                .map(
                        person ->
                                Map.of(
                                        "key", person.key(),
                                        "name", person.label(),
                                        "email", person.email()))
                .toList();
    }

    private void token(Exchange exchange, @Nullable String origin) throws IOException {
        Params form = exchange.form();
        Person person = Person.chosen(form);
        if (origin == null || !origins.contains(origin)) {
            exchange.json(403, Map.of("error", "origin_not_allowed"));
        } else if (person == null || !clientId.equals(form.get("client_id"))) {
            exchange.json(400, Map.of("error", "invalid_request"));
        } else {
            String token = tokens.sign(claims(person, origin, form.get("nonce")));
            exchange.with("Cache-Control", "no-store").json(200, Map.of("token", token));
        }
    }

    private JWTClaimsSet claims(Person person, String origin, @Nullable String nonce) {
        Instant now = clock.instant();
        Duration life = dialect == Dialect.CLERK ? CLERK_LIFE : LIFE;
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        // Two of one second are two: each is believed once.
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)));
        person.describe(claims);
        switch (dialect) {
            case CLERK ->
                    claims.subject("user_" + person.subject())
                            .notBeforeTime(Date.from(now))
                            .claim("azp", origin)
                            .claim("sid", "sess_" + UUID.randomUUID())
                            .claim("sts", "active")
                            .claim("fva", List.of(0, -1))
                            .claim("v", 2);
            case FIREBASE ->
                    claims.audience(clientId)
                            .claim("auth_time", now.getEpochSecond())
                            .claim("user_id", person.subject())
                            .claim("firebase", Map.of("sign_in_provider", "password"));
            case GOOGLE -> claims.audience(clientId).claim("azp", clientId).claim("nonce", nonce);
        }
        return claims.build();
    }

    private static void script(Exchange exchange, String text) throws IOException {
        exchange.with("Cross-Origin-Resource-Policy", "cross-origin")
                .bytes(200, "text/javascript", text.getBytes(StandardCharsets.UTF_8));
    }

    private String filled() {
        return text("page-tokens.js")
                .replace("%ISSUER%", issuer)
                .replace("%CLIENT%", clientId)
                .replace("%DIALECT%", dialect.name());
    }

    private static String text(String name) {
        try (InputStream in = PageTokens.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The script is part of this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
