package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class OidcProviderTest {

    // The check vector of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String PICTURE = "https://pictures.example.org/ada.png";
    private static final String CALLBACK = TestSandbox.REDIRECTS + "callback";

    // One for all: its signing key takes a second to make.
    @TempDir private static Path state;
    private static TestSandbox world;

    @BeforeAll
    static void start() {
        world = new TestSandbox(state);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    // The whole flow, and every claim a verifier looks at.
    @Test
    void signsInASamplePerson() throws Exception {
        JsonNode answer = TestSandbox.json(token(exchange(code("mira"))));

        SignedJWT token = SignedJWT.parse(answer.path("id_token").asString());
        String keys = new String(world.get("/google/jwks").body(), UTF_8);
        JWKSet set = JWKSet.parse(keys);
        assertThat(keys).doesNotContain("\"d\"");
        assertThat(
                        token.verify(
                                new RSASSAVerifier(
                                        set.getKeyByKeyId(token.getHeader().getKeyID())
                                                .toRSAKey())))
                .isTrue();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
        assertThat(claims)
                .containsEntry("iss", world.sandbox.baseUrl() + "/google")
                .containsEntry("azp", Sandbox.CLIENT_ID)
                .containsEntry("email", "mira@example.org")
                .containsEntry("email_verified", true)
                .containsEntry("name", "Mira Holt")
                .containsEntry("hd", "example.org")
                .containsEntry("nonce", "nonce-1")
                .containsEntry("iat", Date.from(world.clock.instant()))
                .containsEntry("exp", Date.from(world.clock.instant().plusSeconds(3600)))
                .doesNotContainKey("picture");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(Sandbox.CLIENT_ID);
        assertThat(token.getJWTClaimsSet().getSubject()).matches("1\\d{20}");
    }

    // The real provider names one for most people, so what becomes of it has to be tried.
    @Test
    void namesThePictureOfATypedPersonWhoHasOne() throws Exception {
        Map<String, String> form =
                Map.of("name", "Ada", "email", "ada@example.org", "picture", PICTURE);

        SignedJWT token = idToken(code("typed", form));

        assertThat(token.getJWTClaimsSet().getStringClaim("picture")).isEqualTo(PICTURE);
    }

    // A person is the same subject next time, whatever the case of the address; others are others.
    @Test
    void derivesTheSubjectFromTheAddress() throws Exception {
        String mira = subject(code("mira"));
        assertThat(subject(code("typed", Map.of("name", "M", "email", "MIRA@example.org"))))
                .isEqualTo(mira);
        assertThat(subject(code("tomas"))).isNotEqualTo(mira);
    }

    // The form has to be able to say that an address is not verified.
    @Test
    void passesOnAnUnverifiedAddress() throws Exception {
        String code =
                code("typed", Map.of("name", "Zoë", "email", "z@example.org", "unverified", "1"));
        SignedJWT token = idToken(code);
        assertThat(token.getJWTClaimsSet().getBooleanClaim("email_verified")).isFalse();
        assertThat(token.getJWTClaimsSet().getStringClaim("name")).isEqualTo("Zoë");
    }

    // The other way a client may authenticate, with a secret that needs encoding.
    @Test
    void acceptsClientSecretBasic() throws Exception {
        Map<String, String> form = exchange(code("aiko"));
        form.remove("client_id");
        form.remove("client_secret");
        String pair = encode(Sandbox.CLIENT_ID) + ":" + encode(TestSandbox.SECRET);
        HttpResponse<byte[]> answer =
                world.send(
                        world.url("/google/token"),
                        request ->
                                request.header("Content-Type", "application/x-www-form-urlencoded")
                                        .header(
                                                "Authorization",
                                                "Basic "
                                                        + Base64.getEncoder()
                                                                .encodeToString(
                                                                        pair.getBytes(UTF_8)))
                                        .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    // Each of these is how a stolen or confused code would be redeemed.
    @ParameterizedTest
    @CsvSource({
        "code_verifier, aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, 400, invalid_grant",
        "code_verifier, '', 400, invalid_grant",
        "redirect_uri, http://localhost:8080/v1/auth/google/other, 400, invalid_grant",
        "code, guessed, 400, invalid_grant",
        "client_id, someone-else, 401, invalid_client",
        "client_secret, wrong, 401, invalid_client",
        "client_secret, '', 401, invalid_client",
        "grant_type, password, 400, unsupported_grant_type"
    })
    void refusesAWrongExchange(String field, String value, int status, String error)
            throws Exception {
        Map<String, String> form = exchange(code("mira"));
        form.put(field, value);
        HttpResponse<byte[]> answer = token(form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TestSandbox.json(answer).path("error").asString()).isEqualTo(error);
    }

    // A code works once, and a failed attempt spends it too.
    @Test
    void spendsACodeOnItsFirstUse() throws Exception {
        String used = code("mira");
        assertThat(token(exchange(used)).statusCode()).isEqualTo(200);
        assertThat(token(exchange(used)).statusCode()).isEqualTo(400);

        String guessed = code("mira");
        Map<String, String> wrong = exchange(guessed);
        wrong.put("code_verifier", VERIFIER + "x");
        assertThat(token(wrong).statusCode()).isEqualTo(400);
        assertThat(token(exchange(guessed)).statusCode()).isEqualTo(400);
    }

    // A code that lies around is worth nothing after a minute.
    @Test
    void expiresACodeAfterAMinute() throws Exception {
        String code = code("mira");
        world.clock.turn(Duration.ofSeconds(60));
        assertThat(token(exchange(code)).statusCode()).isEqualTo(400);
    }

    // Nothing is ever sent to an address that is not registered, by any trick of spelling.
    @ParameterizedTest
    @CsvSource({
        "redirect_uri, http://localhost:8080.example.org/v1/auth/google/callback",
        "redirect_uri, http://localhost:80801/v1/auth/google/callback",
        "redirect_uri, https://localhost:8080/v1/auth/google/callback",
        "redirect_uri, http://localhost:8080/v1/auth/google/../../elsewhere",
        "redirect_uri, http://localhost:8080@example.org/v1/auth/google/callback",
        "redirect_uri, not a uri",
        "client_id, someone-else"
    })
    void showsAPageInsteadOfRedirectingAStranger(String field, String value) throws Exception {
        Map<String, String> query = authorization();
        query.put(field, value);
        HttpResponse<byte[]> answer = world.get("/google/authorize?" + encode(query));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    // A known client with a careless request is told so, with its state.
    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "scope, email, invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "nonce, '', invalid_request"
    })
    void refusesACarelessRequest(String field, String value, String error) throws Exception {
        Map<String, String> query = authorization();
        query.put(field, value);
        HttpResponse<byte[]> answer = world.get("/google/authorize?" + encode(query));
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(CALLBACK + "?error=" + error + "&state=state+1");
    }

    // The way out of the page.
    @Test
    void answersACancelWithAccessDenied() throws Exception {
        assertThat(authorize("cancel", Map.of()).toString())
                .isEqualTo(CALLBACK + "?error=access_denied&state=state+1");
    }

    // The page runs nothing, and what a caller sends is shown, not interpreted.
    @Test
    void guardsItsPage() throws Exception {
        Map<String, String> query = authorization();
        query.put("state", "\"><script>alert(1)</script>");
        HttpResponse<byte[]> page = world.get("/google/authorize?" + encode(query));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("form-action 'self' http://localhost:8080;")
                .contains("frame-ancestors 'none'");
        assertThat(new String(page.body(), UTF_8)).contains("Mira Holt").doesNotContain("<script");
    }

    // What a client discovers is what is served, and nothing weaker is offered.
    @Test
    void describesItself() throws Exception {
        JsonNode document = TestSandbox.json(world.get("/google/.well-known/openid-configuration"));
        String issuer = document.path("issuer").asString();
        assertThat(issuer).isEqualTo(world.sandbox.baseUrl() + "/google");
        assertThat(document.path("token_endpoint").asString()).isEqualTo(issuer + "/token");
        assertThat(document.path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
    }

    // Tokens signed before a restart still verify after it.
    @Test
    void keepsItsKeyOverARestart() throws Exception {
        byte[] before = world.get("/google/jwks").body();
        try (TestSandbox restarted = new TestSandbox(state)) {
            assertThat(restarted.get("/google/jwks").body()).isEqualTo(before);
        }
    }

    private static Map<String, String> authorization() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", Sandbox.CLIENT_ID);
        query.put("redirect_uri", CALLBACK);
        query.put("response_type", "code");
        query.put("scope", "openid email profile");
        query.put("state", "state 1");
        query.put("nonce", "nonce-1");
        query.put("code_challenge", CHALLENGE);
        query.put("code_challenge_method", "S256");
        return query;
    }

    private URI authorize(String person, Map<String, String> more) throws Exception {
        Map<String, String> form = authorization();
        form.put("person", person);
        form.putAll(more);
        HttpResponse<byte[]> answer = post("/google/authorize", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private String code(String person) throws Exception {
        return code(person, Map.of());
    }

    private String code(String person, Map<String, String> more) throws Exception {
        URI location = authorize(person, more);
        assertThat(location.toString()).startsWith(CALLBACK + "?code=").endsWith("&state=state+1");
        return location.getRawQuery().split("[=&]", -1)[1];
    }

    private static Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", CALLBACK);
        form.put("client_id", Sandbox.CLIENT_ID);
        form.put("client_secret", TestSandbox.SECRET);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    private HttpResponse<byte[]> token(Map<String, String> form) throws Exception {
        return post("/google/token", form);
    }

    private SignedJWT idToken(String code) throws Exception {
        return SignedJWT.parse(TestSandbox.json(token(exchange(code))).path("id_token").asString());
    }

    private String subject(String code) throws Exception {
        return idToken(code).getJWTClaimsSet().getSubject();
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        return world.send(
                world.url(path),
                request ->
                        request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
