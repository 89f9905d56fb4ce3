package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.ApiTokenSecret;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.privacy.Kind;
import dev.halftone.core.privacy.Place;
import dev.halftone.core.privacy.Recipient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One person's whole use of the product: hesitates, signs in, asks for pictures of every fate,
 * stops one, looks at everything, and signs out. What the person types can be told from anything
 * that a program would write by itself.
 */
final class Journey {
    static final String EMAIL = "typed-address-5f3a91@example.org";
    static final String NAME = "Typedname5f3a91";
    static final String PROMPT = "typedprompt5f3a91";
    private static final String TOKEN_NAME = "typedtoken5f3a91";
    private static final String PORTRAIT = "https://pictures.example.org/portrait5f3a91.png";

    private static final Duration WAITING_MAX = Duration.ofSeconds(4);
    private static final int WAITING_TRIES_MAX = 5;
    private static final int ORDERS_OF_A_READING = 80;
    static final Duration END_MAX = Duration.ofSeconds(60);
    private static final String CHEAP = "flux-dev";
    private static final String DEAR = "nano-banana-pro";
    private static final Set<String> TOKENS = Set.of("body.assertion", "header.authorization");

    private static final String REFUSED = "REFUSED#";

    private final Visitor visitor;
    private final List<Canary> canaries = new ArrayList<>();
    private String delivered = "";
    private String account = "";

    Journey(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Everything by which the person and the secrets of the visit are known again. */
    List<Canary> canaries() {
        return List.copyOf(canaries);
    }

    /** Whose credits were spent, once it was learned. */
    AccountId account() {
        return new AccountId(account);
    }

    /** A generation whose credits were spent. */
    GenerationId delivered() {
        return new GenerationId(delivered);
    }

    void signIn() {
        visitor.signIn(Map.of("person", "cancel"));
        URI callback =
                visitor.signIn(
                        Map.of(
                                "person",
                                "typed",
                                "name",
                                "Vera " + NAME,
                                "email",
                                EMAIL,
                                "picture",
                                PORTRAIT));
        knowSession();
        know(Kind.EMAIL, EMAIL);
        know(Kind.PERSON_NAME, NAME);
        know(Kind.PROMPT, PROMPT);
        know(Kind.PORTRAIT, PORTRAIT);
        Map<String, String> brought = Call.pairs(callback.getRawQuery());
        know(Kind.SIGN_IN_SECRET, brought.getOrDefault("code", ""));
        for (String part : brought.getOrDefault("state", "").split("\\.", -1)) {
            know(Kind.SIGN_IN_SECRET, part);
        }
        visitor.get("/");
        String version = visitor.get("/v1/auth/options").json().get("policyVersion").asString();
        assertThat(
                        visitor.post(
                                        "/v1/me/acceptance",
                                        Map.of("ageConfirmed", true, "policyVersion", version))
                                .status())
                .isEqualTo(200);
        Map<String, ?> profile = Map.of("name", "Vera " + NAME, "language", "de");
        assertThat(visitor.send("PATCH", "/v1/me", profile).status()).isEqualTo(200);
    }

    /** Lets a program act for the person, and ends whatever else does. */
    void letAProgramIn() {
        Map<String, ?> wish = Map.of("name", TOKEN_NAME, "scopes", List.of("read"));
        Visitor.Answer made = visitor.post("/v1/me/tokens", wish);
        assertThat(made.status()).isEqualTo(201);
        ApiTokenSecret secret =
                ApiTokenSecret.parse(made.json().get("secret").asString()).orElseThrow();
        know(Kind.TOKEN_NAME, TOKEN_NAME);
        know(Kind.SESSION_SECRET, secret.secret());
        know(Kind.SESSION_HASH, secret.hash());
        assertThat(visitor.asProgram("/v1/me", secret.text()).status()).isEqualTo(200);
        assertThat(visitor.send("DELETE", "/v1/me/sessions?except=current", Map.of()).status())
                .isEqualTo(204);
        knowSession();
    }

    void knowSession() {
        String[] session = visitor.cookie("session").split("\\.", 2);
        know(Kind.USER_ID, session[0]);
        know(Kind.SESSION_SECRET, session[1]);
        know(Kind.SESSION_HASH, Digest.sha256Hex(session[1]));
    }

    void askForPictures() {
        List<String> ids =
                List.of(
                        submit(DEAR, ""),
                        submit(CHEAP, ""),
                        film("seedance-1.5-pro", "480p", 5),
                        film("veo-3.1-cloud", "720p", 4),
                        submit(CHEAP, "[moderation]"),
                        submit(CHEAP, "[fail]"),
                        submit(CHEAP, "[lost]"),
                        submit("seedream-5-lite", "2K", ""),
                        submit("photon-1", ""),
                        submit("uni-1", "2K", ""),
                        submit("flux-2-pro", ""),
                        submit("gpt-image-2.5", ""),
                        submit("nano-banana-2.1", ""),
                        submit("nano-banana-pro-cloud", ""),
                        submit(Map.of("model", "prompt-writer"), ""));
        String never = waiting();
        visitor.post("/v1/generations/" + never + "/cancel", Map.of());
        assertThat(untilEnded(never).get("state").asString()).isEqualTo("cancelled");
        ids.forEach(this::untilEnded);
        delivered = ids.getFirst();
        new KeptResults(visitor, PROMPT).keepAndRemove(ids.get(1));
        String href = generation(delivered).get("media").get(0).get("href").asString();
        assertThat(visitor.download(href)).isEqualTo(200);
        // Nobody who signs differently can wake a worker.
        assertThat(visitor.post("/v1/webhooks/fal/" + never, Map.of()).status()).isEqualTo(401);
    }

    /** A film of the one row of a table. */
    void haveATableMade() {
        Visitor.Answer uploaded =
                visitor.upload("/v1/catalogues", "name %1$s\nA vase %1$s\n".formatted(PROMPT));
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        String batch = "/v1/catalogues/" + uploaded.json().at("/batch/id").asString();
        Map<String, Object> terms =
                new HashMap<>(
                        Map.of(
                                "model", "seedance-1.5-pro",
                                "template", "Around {name %s}".formatted(PROMPT),
                                "aspectRatio", "16:9",
                                "resolution", "480p",
                                "durationSeconds", 5));
        Visitor.Answer quoted = visitor.post(batch + "/quote", terms);
        assertThat(quoted.status()).as(quoted.body()).isEqualTo(200);
        terms.put("quote", quoted.json().get("quote").asString());
        assertThat(visitor.post(batch + "/start", terms).status()).isEqualTo(202);
        Instant giveUp = Instant.now().plus(END_MAX);
        while (!visitor.get(batch).json().get("state").asString().equals("finished")) {
            assertThat(Instant.now()).isBefore(giveUp);
            pause();
        }
        assertThat(visitor.get(batch + "/result").status()).isEqualTo(200);
    }

    /**
     * One provider takes our key no longer: another makes it, and what only it makes is refused.
     *
     * @param checkKeys finds that the provider takes it again
     */
    void meetARevokedKey(Runnable checkKeys) {
        JsonNode made = untilEnded(submit(DEAR, "[401]"));
        assertThat(made.path("provider").path("name").asString()).isEqualTo("Google");
        // A check, which comes each minute, may find that in between.
        until(503, () -> submit(DEAR, "[401]"));
        checkKeys.run();
        until(202, () -> {});
    }

    /** An order is answered so, once what was read about its provider is some seconds old. */
    private void until(int status, Runnable again) {
        Instant giveUp = Instant.now().plus(END_MAX);
        int answered = 0;
        for (int order = 1; answered != status; order++) {
            assertThat(Instant.now()).isBefore(giveUp);
            if (order % ORDERS_OF_A_READING == 0) {
                again.run();
            }
            answered = visitor.post("/v1/generations", request(cheap(), "")).status();
            pause();
        }
    }

    /** Something earns less than it costs, and then nothing more may be spent. */
    void spendTooMuch(Spent spent) {
        String worthless = submit(CHEAP, "");
        spent.makeWorthless(worthless);
        spent.fillUpOfAll();
        refused(503, "spend_ceiling_reached", "");
        spent.fillUpOfThePerson();
        refused(503, "user_spend_ceiling_reached", "");
        spent.useUpThePlan();
        refused(429, "limit_reached", "");
        untilEnded(worthless);
    }

    /** Something is said that may not be made, and something while nobody can be asked. */
    void sayWhatMayNotBeMade() {
        refused(422, "prompt_refused", "[unsafe]");
        refused(503, "safety_check_unavailable", "[check down]");
    }

    private void refused(int status, String code, String magic) {
        Visitor.Answer answer = visitor.post("/v1/generations", request(cheap(), magic));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }

    private static Map<String, ?> cheap() {
        return Map.of("model", CHEAP, "aspectRatio", "16:9", "resolution", "1K");
    }

    void lookAround() {
        for (String path :
                List.of(
                        "/v1/me",
                        "/v1/me/events",
                        "/v1/me/sessions",
                        "/v1/me/tokens",
                        "/v1/models",
                        "/v1/account",
                        "/v1/account/statement?limit=5",
                        "/v1/assets?limit=2",
                        "/v1/generations?limit=2")) {
            assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
        }
    }

    void signOut() {
        assertThat(visitor.post("/v1/auth/sign-out", Map.of()).status()).isEqualTo(204);
        assertThat(visitor.get("/v1/account").status()).isEqualTo(401);
    }

    /** Values that only the stores know, for they are drawn there. */
    void learnFrom(Observation observation) {
        for (Sighting sighting : observation.sightings()) {
            String value = sighting.value();
            if (value == null) {
                continue;
            }
            switch (sighting.place()) {
                case Place.Attribute(String table, _, String path) ->
                        learn(table + "/" + path, value);
                case Place.Parameter(String name) when !name.equals("public-url") ->
                        know(Kind.OPERATOR_SECRET, value);
                // A token is given for a signature, each time another.
                case Place.Sent(String to, String field)
                        when to.equals(Recipient.VERTEX.title()) && TOKENS.contains(field) ->
                        know(Kind.OPERATOR_SECRET, value);
                case Place.Sent(String to, String field)
                        when to.equals(Recipient.GITHUB.title()) && TOKENS.contains(field) ->
                        know(Kind.SIGN_IN_SECRET, value.substring("Bearer ".length()));
                case Place.Sent(_, String field) -> learn(field, value);
                default -> {}
            }
        }
    }

    private void learn(String what, String value) {
        switch (what) {
            case "AccountsTable/subject" -> know(Kind.IDENTITY, value);
            case "AccountsTable/accountId" -> {
                account = value;
                know(Kind.ACCOUNT_ID, value);
            }
            case "StudioTable/stateDetail.request.id" -> know(Kind.PROVIDER_REQUEST, value);
            case "StudioTable/traceId" -> know(Kind.TRACE, value);
            case "redirect.nonce", "redirect.code_challenge", "body.code_verifier" ->
                    know(Kind.SIGN_IN_SECRET, value);
            default -> {
                if (what.equals("StudioTable/sk") && value.startsWith(REFUSED)) {
                    know(Kind.GENERATION_ID, value.substring(REFUSED.length()));
                }
                if (what.equals("AccountsTable/pk") && value.startsWith("IDENTITY#")) {
                    know(Kind.IDENTITY_HASH, value.substring("IDENTITY#".length()));
                }
            }
        }
    }

    void know(Kind kind, String value) {
        Canary canary = Canary.of(kind, value);
        if (!canaries.contains(canary)) {
            canaries.add(canary);
        }
    }

    private String submit(String model, String magic) {
        return submit(model, "1K", magic);
    }

    private String submit(String model, String resolution, String magic) {
        return submit(
                Map.of("model", model, "aspectRatio", "16:9", "resolution", resolution), magic);
    }

    private String film(String model, String resolution, int seconds) {
        Map<String, ?> settings =
                Map.of(
                        "model", model,
                        "aspectRatio", "16:9",
                        "resolution", resolution,
                        "durationSeconds", seconds);
        return submit(settings, "");
    }

    private String submit(Map<String, ?> settings, String magic) {
        Visitor.Answer accepted = visitor.post("/v1/generations", request(settings, magic));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String id = accepted.json().get("id").asString();
        know(Kind.GENERATION_ID, id);
        return id;
    }

    private Map<String, Object> request(Map<String, ?> settings, String magic) {
        Map<String, Object> request = new HashMap<>(settings);
        request.put("quote", visitor.post("/v1/quotes", settings).json().get("quote").asString());
        request.put("prompt", "A boat " + PROMPT + " " + magic);
        return request;
    }

    private JsonNode generation(String id) {
        return visitor.get("/v1/generations/" + id).json();
    }

    /**
     * Work that was seen waiting in the provider's queue. A machine that is too slow to look in
     * time looks again at other work.
     */
    private String waiting() {
        for (int attempt = 0; attempt < WAITING_TRIES_MAX; attempt++) {
            String id = submit(CHEAP, "[never]");
            Instant giveUp = Instant.now().plus(WAITING_MAX);
            while (Instant.now().isBefore(giveUp)) {
                if (generation(id).path("queuePosition").isNumber()) {
                    return id;
                }
                pause();
            }
        }
        throw new AssertionError("Never seen waiting");
    }

    JsonNode untilEnded(String id) {
        Instant giveUp = Instant.now().plus(END_MAX);
        JsonNode generation = generation(id);
        while (generation.path("endedAt").isNull()) {
            assertThat(Instant.now()).as("%s", generation).isBefore(giveUp);
            pause();
            generation = generation(id);
        }
        return generation;
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
