package dev.halftone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * An OpenID Connect provider that forgives nothing: any deviation from what Google documents is an
 * error, and a code is good once, for a minute, for its client, address and verifier.
 */
public final class StubIssuer implements AutoCloseable {

    public static final String CLIENT_ID = "halftone.apps.example.org";
    public static final String CLIENT_SECRET = "stub-client-secret";
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final RSAKey FIRST_KEY = generateKey("first");
    private static final RSAKey SECOND_KEY = generateKey("second");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<Endpoint, Fault> faults = new ConcurrentHashMap<>();
    private final List<Endpoint> requests = new CopyOnWriteArrayList<>();
    private volatile RSAKey key = FIRST_KEY;
    private volatile UnaryOperator<Map<String, Object>> claims = UnaryOperator.identity();
    private volatile UnaryOperator<Map<String, Object>> metadata = UnaryOperator.identity();
    private volatile TokenForge forge = StubIssuer::sign;

    /** What a provider serves. */
    public enum Endpoint {
        DISCOVERY("/.well-known/openid-configuration"),
        TOKEN("/token"),
        KEYS("/keys"),
        CLERK_KEYS("/.well-known/jwks.json"),
        FIREBASE_KEYS("/jwks"),
        GITHUB_TOKEN("/access_token");

        private final String path;

        Endpoint(String path) {
            this.path = path;
        }
    }

    /** An answer in place of the right one; its body comes {@code delay} after its head. */
    public record Fault(int status, Map<String, String> headers, String body, Duration delay) {

        public static Fault status(int status) {
            return new Fault(status, Map.of(), "{}", Duration.ZERO);
        }

        public static Fault body(int status, String body) {
            return new Fault(status, Map.of(), body, Duration.ZERO);
        }

        public static Fault slowBody(Duration delay) {
            return new Fault(200, Map.of(), "{}", delay);
        }

        public static Fault redirect(URI location) {
            return new Fault(302, Map.of("Location", location.toString()), "", Duration.ZERO);
        }
    }

    /** Makes the identity token of a flow, properly or not. */
    @FunctionalInterface
    public interface TokenForge {
        String token(Map<String, Object> claims, RSAKey key) throws JOSEException;
    }

    private record Grant(Map<String, String> request, Instant at) {}

    private StubIssuer(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    public static StubIssuer start(Clock clock) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            StubIssuer issuer = new StubIssuer(HttpServer.create(any, 0), clock);
            for (Endpoint endpoint : Endpoint.values()) {
                issuer.server.createContext(
                        "/stub" + endpoint.path, exchange -> issuer.serve(endpoint, exchange));
            }
            issuer.server.setExecutor(issuer.threads);
            issuer.server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/stub");
    }

    /** What is said of everybody who signs in from now on. */
    public void claims(UnaryOperator<Map<String, Object>> change) {
        claims = change;
    }

    public void metadata(UnaryOperator<Map<String, Object>> change) {
        metadata = change;
    }

    public void forge(TokenForge replacement) {
        forge = replacement;
    }

    public void fault(Endpoint endpoint, Fault fault) {
        faults.put(endpoint, fault);
    }

    public void recover(Endpoint endpoint) {
        faults.remove(endpoint);
    }

    public void rotateKey() {
        key = SECOND_KEY;
    }

    public long requests(Endpoint endpoint) {
        return requests.stream().filter(endpoint::equals).count();
    }

    /** The person consents: what the browser is sent back to our redirect address with. */
    public Map<String, String> approve(URI authorization) {
        Map<String, String> request = parameters(authorization.getRawQuery());
        require(authorization.toString().startsWith(issuer() + "/authorize?"), "endpoint");
        require("code".equals(request.get("response_type")), "response_type");
        require(CLIENT_ID.equals(request.get("client_id")), "client_id");
        require("openid email profile".equals(request.get("scope")), "scope");
        require("S256".equals(request.get("code_challenge_method")), "code_challenge_method");
        for (String random : List.of("state", "nonce", "code_challenge")) {
            require(request.getOrDefault(random, "").length() >= 43, random);
        }
        String code = "4/0A" + grants.size();
        grants.put(code, new Grant(request, clock.instant()));
        return Map.of(
                "state",
                request.getOrDefault("state", ""),
                "code",
                code,
                "scope",
                "email profile openid",
                "iss",
                issuer().toString());
    }

    public static String sign(Map<String, Object> claims, RSAKey key) throws JOSEException {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), claims, key);
    }

    static String sign(JWSHeader.Builder header, Map<String, Object> claims, RSAKey key)
            throws JOSEException {
        JWSObject token = new JWSObject(header.build(), new Payload(claims));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** What it signs with before it changes its key. */
    public static RSAKey ownKey() {
        return FIRST_KEY;
    }

    /** The one that {@link #rotateKey} brings. */
    static RSAKey nextKey() {
        return SECOND_KEY;
    }

    static RSAKey strangersKey() {
        return SECOND_KEY;
    }

    static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            require(equals > 0, pair);
            String previous =
                    parameters.put(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            require(previous == null, "repeated " + pair);
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(Endpoint endpoint, HttpExchange exchange) throws IOException {
        requests.add(endpoint);
        Fault fault = faults.get(endpoint);
        if (fault != null) {
            fault.headers().forEach(exchange.getResponseHeaders()::set);
            answer(exchange, fault.status(), fault.body(), fault.delay());
            return;
        }
        switch (endpoint) {
            case DISCOVERY -> answer(exchange, 200, json(metadata.apply(document())));
            case KEYS, CLERK_KEYS, FIREBASE_KEYS ->
                    answer(exchange, 200, new JWKSet(key).toString(true));
            case TOKEN -> token(exchange);
            // What GitHub says without a token is all that a test of this issuer could want.
            case GITHUB_TOKEN -> answer(exchange, 200, "{}");
        }
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer().toString());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + Endpoint.TOKEN.path);
        document.put("jwks_uri", issuer() + Endpoint.KEYS.path);
        return document;
    }

    private void token(HttpExchange exchange) throws IOException {
        String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        Map<String, String> form = parameters(body);
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (!"POST".equals(exchange.getRequestMethod())
                || !"application/x-www-form-urlencoded"
                        .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            answer(exchange, 400, "{\"error\":\"invalid_request\"}");
        } else if (!CLIENT_ID.equals(form.get("client_id"))
                || !CLIENT_SECRET.equals(form.get("client_secret"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (grant == null || !matches(grant, form)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200, json(tokens(grant)));
        }
    }

    private boolean matches(Grant grant, Map<String, String> form) {
        Pkce pkce = new Pkce(form.getOrDefault("code_verifier", ""));
        return form.size() == 6
                && "authorization_code".equals(form.get("grant_type"))
                && Objects.equals(grant.request().get("redirect_uri"), form.get("redirect_uri"))
                && pkce.challenge().equals(grant.request().get("code_challenge"))
                && clock.instant().isBefore(grant.at().plus(CODE_LIFE));
    }

    private Map<String, Object> tokens(Grant grant) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("iss", issuer().toString());
        person.put("aud", CLIENT_ID);
        person.put("azp", CLIENT_ID);
        person.put("sub", "104200000000000000001");
        person.put("email", "Mira@Example.org");
        person.put("email_verified", true);
        person.put("name", "Mira Holt");
        person.put("picture", "https://pictures.example.org/mira");
        person.put("nonce", grant.request().get("nonce"));
        person.put("iat", clock.instant().getEpochSecond());
        person.put("exp", clock.instant().plus(Duration.ofHours(1)).getEpochSecond());
        if (grant.request().containsKey("max_age")) {
            person.put("auth_time", clock.instant().getEpochSecond());
        }
        try {
            return Map.of(
                    "access_token",
                    "an access token that nobody keeps",
                    "token_type",
                    "Bearer",
                    "expires_in",
                    3599,
                    "id_token",
                    forge.token(claims.apply(person), key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, body, Duration.ZERO);
    }

    private static void answer(HttpExchange exchange, int status, String body, Duration delay)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        pause(delay);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String json(Map<String, Object> object) {
        return JSONObjectUtils.toJSONString(object);
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("The authorization request is wrong: " + what);
        }
    }

    private static RSAKey generateKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(id)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
