package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.UploadFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: what people bring along and decide reaches the result, and is told as it was asked. */
class BroughtIT {

    /** Of a film of 24 frames a second. */
    private static final long FRAME_MILLIS = 42;

    private static final int LOOKS_MAX = 300;

    private static final Visitor VISITOR = Visitor.welcomed();
    private static final Map<String, String> IDS = new HashMap<>();
    private static final Map<String, String> ASSETS = new HashMap<>();

    /** All at once, because each of them takes its seconds. */
    @BeforeAll
    static void bringAndAsk() throws IOException, InterruptedException {
        bring("first", "image/png", UploadFiles.png(640, 360));
        bring("second", "image/png", UploadFiles.png(320, 180));
        bring("sound", "audio/wav", UploadFiles.wav(2));
        bring("clip", "video/mp4", UploadFiles.film(3_300, 1_000));
        ask("picture", picture());
        ask("film", film());
        ask("speech", speech("Good morning"));
        ask("failing", speech("Good night [fail]"));
        ask("dubbed", dubbed());
    }

    @Test
    void makesAPictureFromTwoOthersInTheirOrder() {
        JsonNode settings = succeeded("picture").get("settings");

        assertThat(settings.at("/references/0/asset").asString()).isEqualTo(ASSETS.get("second"));
        assertThat(settings.at("/references/1/asset").asString()).isEqualTo(ASSETS.get("first"));
    }

    // Protects: what goes with the files says the same of one as its own record does.
    @Test
    void listsInAnArchiveWhatTheRecordOfAnUploadSays() throws IOException, InterruptedException {
        succeeded("picture");
        JsonNode archive =
                VISITOR.post("/v1/archives", Map.of("generations", List.of(IDS.get("picture"))))
                        .body();
        JsonNode record = VISITOR.get("/v1/assets/" + ASSETS.get("second")).body();

        String row =
                Stream.of("name", "bytes", "contentType", "storagePath", "media", "access")
                        .map(fact -> record.get(fact).asString())
                        .collect(Collectors.joining(","));

        assertThat(list(archive.get("href").asString())).contains("\r\n" + row + ",image,");
    }

    @Test
    void makesAFilmOfTheAskedLengthToWithinOneFrame() {
        JsonNode film = succeeded("film");

        assertThat(millis(film)).isBetween(5_000 - FRAME_MILLIS, 5_000 + FRAME_MILLIS);
    }

    @Test
    void tellsEverySettingOfAFilmAsItWasAskedFor() {
        JsonNode settings = succeeded("film").get("settings");

        assertThat(settings.get("negativePrompt").asString()).isEqualTo("no people");
        assertThat(settings.get("seed").asInt()).isEqualTo(7);
        assertThat(settings.get("audio").asBoolean()).isTrue();
        assertThat(settings.get("watermark").asBoolean()).isTrue();
        assertThat(settings.get("direction").asString()).isEqualTo("In charcoal.");
    }

    @Test
    void letsAPictureSpeakASoundForWhatItsSecondsCost() {
        JsonNode speech = succeeded("speech");

        assertThat(speech.get("kind").asString()).isEqualTo("speech");
        assertThat(millis(speech)).isBetween(2_000 - FRAME_MILLIS, 2_000 + FRAME_MILLIS);
        VISITOR.books().charged(IDS.get("speech"), 4);
    }

    // The sandbox draws as many whole seconds as have begun.
    @Test
    void letsSomebodySpeakInAFilmForWhatItsSecondsCost() {
        JsonNode dubbed = succeeded("dubbed");

        assertThat(dubbed.get("resolution").asString()).isEqualTo("720p");
        assertThat(dubbed.get("aspectRatio").asString()).isEqualTo("16:9");
        assertThat(millis(dubbed)).isBetween(4_000 - FRAME_MILLIS, 4_000 + FRAME_MILLIS);
        VISITOR.books().charged(IDS.get("dubbed"), 8);
    }

    @Test
    void returnsTheCreditsOfALipSyncThatFails() {
        assertThat(VISITOR.untilEnded(IDS.get("failing")).get("state").asString())
                .isEqualTo("failed");

        VISITOR.books().refunded(IDS.get("failing"), 4, "provider_error");
    }

    private static Map<String, Object> picture() {
        Map<String, Object> body = form("nano-banana-pro", "1K");
        body.put("prompt", "A harbour, put together");
        body.put(
                "references",
                List.of(
                        Map.of("asset", ASSETS.get("second")),
                        Map.of("asset", ASSETS.get("first"), "role", "image")));
        return body;
    }

    private static Map<String, Object> film() {
        Map<String, Object> body = form("wan-2.6", "720p");
        body.put("prompt", "A market at noon");
        body.put("durationSeconds", 5);
        body.put("audio", true);
        body.put("negativePrompt", "no people");
        body.put("seed", 7);
        body.put("watermark", true);
        body.put("direction", "In charcoal.");
        return body;
    }

    private static Map<String, Object> speech(String prompt) {
        Map<String, Object> body = form("hedra-avatar", "720p");
        body.put("prompt", prompt);
        body.put("firstFrame", ASSETS.get("first"));
        body.put("speech", ASSETS.get("sound"));
        return body;
    }

    private static Map<String, Object> dubbed() {
        return new HashMap<>(
                Map.of(
                        "model",
                        "sync-lipsync-2",
                        "prompt",
                        "Good evening",
                        "film",
                        ASSETS.get("clip"),
                        "speech",
                        ASSETS.get("sound")));
    }

    private static Map<String, Object> form(String model, String resolution) {
        return new HashMap<>(
                Map.of("model", model, "aspectRatio", "16:9", "resolution", resolution));
    }

    private static void ask(String name, Map<String, Object> body) {
        Map<String, Object> priced = new HashMap<>(body);
        priced.keySet()
                .retainAll(
                        Set.of(
                                "model",
                                "aspectRatio",
                                "resolution",
                                "durationSeconds",
                                "audio",
                                "film",
                                "speech"));
        body.put("quote", VISITOR.post("/v1/quotes", priced).body().get("quote").asString());
        Visitor.Answer accepted = VISITOR.post("/v1/generations", body);
        assertThat(accepted.code()).as("%s", accepted.body()).isEqualTo(202);
        IDS.put(name, accepted.body().get("id").asString());
    }

    /** As a browser does: announced, sent to the store, and looked at. */
    private static void bring(String name, String type, byte[] file)
            throws IOException, InterruptedException {
        JsonNode announced =
                VISITOR.post(
                                "/v1/assets",
                                Map.of("name", name, "contentType", type, "bytes", file.length))
                        .body();
        JsonNode upload = announced.get("upload");
        HttpRequest.Builder put =
                HttpRequest.newBuilder(URI.create(upload.get("url").asString()))
                        .PUT(BodyPublishers.ofByteArray(file));
        upload.get("headers")
                .properties()
                .forEach(header -> put.header(header.getKey(), header.getValue().asString()));
        try (HttpClient store = HttpClient.newHttpClient()) {
            assertThat(store.send(put.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        String id = announced.get("id").asString();
        VISITOR.post("/v1/assets/" + id + "/complete", Map.of());
        String state = "checking";
        for (int look = 0; look < LOOKS_MAX && state.equals("checking"); look++) {
            Thread.sleep(50);
            state = VISITOR.get("/v1/assets/" + id).body().get("state").asString();
        }
        assertThat(state).isEqualTo("ready");
        ASSETS.put(name, id);
    }

    private static String list(String archive) throws IOException, InterruptedException {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(VISITOR.download(archive)))) {
            assertThat(zip.getNextEntry())
                    .isNotNull()
                    .extracting(ZipEntry::getName)
                    .isEqualTo("files.csv");
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode succeeded(String name) {
        JsonNode generation = VISITOR.untilEnded(IDS.get(name));
        assertThat(generation.get("state").asString()).as("%s", generation).isEqualTo("succeeded");
        return generation;
    }

    private static long millis(JsonNode film) {
        return film.at("/media/0/durationMillis").asLong();
    }
}
