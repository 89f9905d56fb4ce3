package dev.halftone.function.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.Session;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.FetchRules;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FetchStandIn;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ShelfRoutesTest {
    private final Shelf shelf = new Shelf();

    @Test
    void showsEverythingThatIsKept() {
        Asset asset = shelf.ready(1, 1);

        HttpAnswer answer = shelf.call(shelf.event(1, "one", asset.id()));

        String path = "/v1/assets/" + asset.id();
        assertThat(answer.json().toString())
                .isEqualTo(
                        """
                        {"id":"%s","name":"file-1.png","state":"ready","refusal":null,\
                        "kind":"picture","contentType":"image/png","bytes":900,\
                        "width":640,"height":480,"durationMillis":null,"sha256":"%s",\
                        "storagePath":"%s","media":"%s/media","access":"signed","thumbnail":"%s/thumbnail",\
                        "source":null,"createdAt":"2026-11-02T12:00:00Z","upload":null}\
                        """
                                .formatted(
                                        asset.id(),
                                        "ab".repeat(32),
                                        "u/"
                                                + asset.owner()
                                                + "/lib/"
                                                + asset.id()
                                                + "/original.png",
                                        path,
                                        path));
    }

    // Protects: name, size, type, path, address, and that nobody gets at it without a signed link.
    @Test
    void tellsOfAFileHowItIsCalledHowLargeWhereAndForWhom() {
        Asset asset = shelf.ready(1, 1);

        JsonNode file = shelf.call(shelf.event(1, "one", asset.id())).json();

        assertThat(file.get("name").asString()).isEqualTo("file-1.png");
        assertThat(file.get("bytes").asLong()).isEqualTo(900);
        assertThat(file.get("contentType").asString()).isEqualTo("image/png");
        assertThat(file.get("storagePath").asString())
                .isEqualTo("u/" + asset.owner() + "/lib/" + asset.id() + "/original.png");
        assertThat(file.get("media").asString()).isEqualTo("/v1/assets/" + asset.id() + "/media");
        assertThat(file.get("access").asString()).isEqualTo("signed");
        assertThat(shelf.call(shelf.event(2, "one", asset.id())).code()).isEqualTo("unknown_asset");
    }

    @Test
    void listsTheNewestFirstAndTheRoomThatIsLeft() {
        Asset first = shelf.ready(1, 1);
        shelf.clock.advance(Duration.ofSeconds(1));
        Asset second = shelf.ready(1, 2);
        shelf.ready(2, 3);

        HttpAnswer page = shelf.call(shelf.event(1, "list").query("limit=1"));
        String cursor = page.json().get("nextCursor").asString();
        HttpAnswer rest = shelf.call(shelf.event(1, "list").query("limit=1&cursor=" + cursor));

        assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second.id().value());
        assertThat(rest.json().at("/items/0/id").asString()).isEqualTo(first.id().value());
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
        assertThat(page.json().get("bytesUsed").asLong()).isEqualTo(1_800);
        assertThat(page.json().get("bytesMax").asLong()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=bm8gY3Vyc29y"})
    void refusesAPageThatIsNone(String query) {
        HttpAnswer answer = shelf.call(shelf.event(1, "list").query(query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isIn("invalid_limit", "invalid_cursor");
    }

    @Test
    void linksToTheFileForTenMinutes() {
        Asset asset = shelf.ready(1, 1);

        HttpAnswer answer = shelf.call(shelf.event(1, "media", asset.id()));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location"))
                .endsWith("/lib/" + asset.id() + "/original.png?seconds=600");
    }

    @Test
    void linksToTheThumbnail() {
        Asset asset = shelf.ready(1, 1);

        assertThat(shelf.call(shelf.event(1, "thumbnail", asset.id())).header("location"))
                .contains("/thumbnail.jpg?");
    }

    // Protects: nothing unchecked is ever served.
    @ParameterizedTest
    @ValueSource(strings = {"media", "thumbnail"})
    void linksToNothingThatWasNotLookedAt(String name) {
        AssetId id = shelf.announced(1, 1);
        shelf.files.put(AssetKey.quarantine(id), new byte[1_000]);

        assertThat(shelf.call(shelf.event(1, name, id)).code()).isEqualTo("unknown_media");
    }

    // Protects: somebody else's upload is like one that does not exist, whatever is asked.
    @ParameterizedTest
    @ValueSource(strings = {"one", "media", "thumbnail", "remove", "complete"})
    void hidesTheUploadsOfOthers(String name) {
        Asset asset = shelf.ready(1, 1);

        HttpAnswer answer = shelf.call(shelf.event(2, name, asset.id()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_asset");
        assertThat(shelf.assets.find(asset.id())).contains(asset);
        assertThat(shelf.files.keys()).hasSize(2);
    }

    @Test
    void removesAnUploadWithItsFilesAndGivesBackItsRoom() {
        Asset asset = shelf.ready(1, 1);

        HttpAnswer answer = shelf.call(shelf.event(1, "remove", asset.id()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(shelf.files.keys()).isEmpty();
        assertThat(shelf.assets.use(Samples.userId(1))).isEqualTo(StorageUse.NOTHING);
        assertThat(shelf.call(shelf.event(1, "one", asset.id())).status()).isEqualTo(404);
    }

    // Protects: whoever looks at it could store it again behind the removal.
    @Test
    void removesNothingWhileItIsLookedAt() {
        AssetId id = shelf.announced(1, 1);
        shelf.call(shelf.event(1, "complete", id));

        HttpAnswer answer = shelf.call(shelf.event(1, "remove", id));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("still_checking");
    }

    static List<String> requests() {
        return HttpEvent.names("uploads");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesWithoutALiveSession(String name) {
        HttpEvent event = shelf.event(1, name);
        shelf.clock.advance(Session.IDLE_MAX);

        assertThat(shelf.call(event).code()).isEqualTo("sign_in_required");
        assertThat(shelf.call(HttpEvent.read("uploads", name).withoutCookies()).code())
                .isEqualTo("sign_in_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce", "complete", "remove"})
    void refusesWhatAnotherSiteAsksFor(String name) {
        HttpEvent event = shelf.event(1, name).header("sec-fetch-site", "cross-site");

        assertThat(shelf.call(event).code()).isEqualTo("cross_site_request");
    }

    // Goal: no client can replace the event. Method: both ways in which the framework would let it.
    @Test
    void headersAndBodiesDoNotReplaceTheEvent() {
        String forged = "[{\"routeKey\":\"GET /v1/assets\",\"rawPath\":\"FORGED\"}]";
        HttpEvent event = shelf.event(1, "list").header("payload", forged).body(forged);

        assertThat(shelf.call(event).json().propertyNames()).contains("bytesUsed");
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Shelf.VARIABLES);

        UploadsConfig config = UploadsConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(UploadsConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new UploadsConfig(
                                "sessions",
                                "insight",
                                "studio",
                                "media",
                                URI.create("https://queue.example.org/intake"),
                                URI.create("https://queue.example.org/fetch"),
                                FetchRules.strict(),
                                "test",
                                "public-url",
                                "signing-key",
                                "__Host-"));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> UploadsConfig.from(Environment.of(Map.of())))
                .message()
                .contains(
                        UploadsConfig.KEYS.stream()
                                .filter(key -> !key.equals(FetchStandIn.KEY))
                                .toList());
    }
}
