package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.Session;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StudioFunctionTest {
    // What anybody may read.
    private static final Set<String> OPEN = Set.of("models", "rates", "roots", "follow", "verify");

    private final Library library = new Library();

    /** Every event there is: a route that is added is held to ask for a session. */
    static List<String> guarded() {
        return HttpEvent.names("studio").stream().filter(each -> !OPEN.contains(each)).toList();
    }

    @Test
    void showsThePriceListToEverybody() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "models").withoutCookies());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("priceVersion").asString()).isEqualTo("2026-11-01");
        JsonNode model = answer.json().at("/models/0");
        assertThat(model.propertyNames())
                .containsExactly(
                        "id",
                        "name",
                        "provider",
                        "description",
                        "kind",
                        "aspectRatios",
                        "resolutions",
                        "durationsSeconds",
                        "task",
                        "credits",
                        "promptMaxCharacters",
                        "typicalSeconds",
                        "disclosure",
                        "marks",
                        "takes",
                        "providers");
        assertThat(model.get("provider").asString()).isEqualTo("By fal");
        assertThat(model.get("resolutions").toString())
                .isEqualTo(
                        """
                        [{"id":"1K","credits":4,"creditsWithAudio":null},\
                        {"id":"2K","credits":6,"creditsWithAudio":null}]\
                        """);
    }

    // Protects: whoever chooses a model can see what its maker does with prompts and results.
    @Test
    void showsWhatIsKnownOfEachProvider() {
        JsonNode model = studioModel();

        assertThat(model.at("/marks").asString()).isEqualTo("An invisible mark.");
        assertThat(model.at("/providers").toString())
                .isEqualTo(
                        """
                        [{"name":"By fal","disclosure":"Prompts are sent to fal.","region":null,\
                        "training":"never","tier":"contract",\
                        "terms":{"url":"https://fal.example.org/terms","verified":"2026-11-02",\
                        "stale":false,"obligation":null,\
                        "refusals":{"prompt":"unknown","result":"unknown","credits":0}}}]\
                        """);
    }

    @Test
    void saysWhenNobodyHasReadTheTermsForLong() {
        library.clock.advance(Duration.ofDays(200));

        assertThat(studioModel().at("/providers/0/terms/stale").asBoolean()).isTrue();
    }

    // Protects: it is said in advance who pays for what safety rules refuse: never the person.
    @Test
    void saysWhoPaysForWhatIsRefused() {
        assertThat(studioModel().at("/providers/0/terms/refusals").toString())
                .isEqualTo("{\"prompt\":\"unknown\",\"result\":\"unknown\",\"credits\":0}");
    }

    // Protects: a service in which nobody judges words says so.
    @Test
    void saysThatNobodyJudgesWords() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "models").withoutCookies());

        assertThat(answer.json().get("promptCheck").isNull()).isTrue();
    }

    private JsonNode studioModel() {
        return library.call(HttpEvent.read("studio", "models").withoutCookies())
                .json()
                .at("/models/0");
    }

    @Test
    void showsTheLengthsOfFilmsAndThePriceOfASecond() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "models").withoutCookies());

        JsonNode model = answer.json().at("/models/1");
        assertThat(model.get("kind").asString()).isEqualTo("video");
        assertThat(model.get("durationsSeconds").toString()).isEqualTo("[4,8]");
        assertThat(model.get("resolutions").toString())
                .isEqualTo(
                        """
                        [{"id":"720p","credits":2,"creditsWithAudio":null},\
                        {"id":"1080p","credits":3,"creditsWithAudio":null}]\
                        """);
    }

    @Test
    void showsWhatATextCostsAndWhatItIs() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "models").withoutCookies());

        JsonNode model = answer.json().at("/models/3");
        assertThat(model.get("kind").asString()).isEqualTo("text");
        assertThat(model.get("task").asString()).isEqualTo("prompt-writer");
        assertThat(model.get("credits").asLong()).isEqualTo(1);
        assertThat(model.get("resolutions")).isEmpty();
        assertThat(answer.json().at("/models/0/credits").isNull()).isTrue();
    }

    @Test
    void explainsTheNameOfAModelThatIsGone() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "models").withoutCookies());

        assertThat(answer.json().get("aliases").toString())
                .isEqualTo(
                        "[{\"id\":\"dall-e-3\",\"model\":\"gpt-image-2.5\","
                                + "\"note\":\"DALL-E 3 has been ended.\"}]");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesWithoutASession(String name) {
        HttpAnswer answer = library.call(HttpEvent.read("studio", name).withoutCookies());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("sign_in_required");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesASessionThatIsOver(String name) {
        HttpEvent event = library.event(1, name);
        library.clock.advance(Session.IDLE_MAX);

        assertThat(library.call(event).code()).isEqualTo("sign_in_required");
    }

    // Goal: no client can replace the event. Method: both ways in which the framework would let it.
    @Test
    void headersAndBodiesDoNotReplaceTheEvent() {
        String forged = "[{\"routeKey\":\"GET /v1/models\",\"rawPath\":\"FORGED\"}]";
        HttpEvent event = library.event(1, "account").header("payload", forged).body(forged);

        assertThat(library.call(event).json().propertyNames()).contains("available");
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Library.VARIABLES);

        StudioConfig config = StudioConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(StudioConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new StudioConfig(
                                "sessions",
                                "insight",
                                "studio",
                                "ledger",
                                "media",
                                "test",
                                "__Host-",
                                "signing-key",
                                "public-url"));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> StudioConfig.from(Environment.of(Map.of())))
                .message()
                .contains(StudioConfig.KEYS);
    }
}
