package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.privacy.Kind;
import dev.halftone.testing.UploadFiles;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the person brings along, from the own machine and from elsewhere. */
final class BroughtFiles {
    private static final String FILE_NAME = "typedfile5f3a91.bin";
    private static final String ADDRESSED = "typedaddress5f3a91.png";

    private final Visitor visitor;
    private final Journey journey;

    BroughtFiles(Visitor visitor, Journey journey) {
        this.visitor = visitor;
        this.journey = journey;
    }

    /** A picture, a sound and a film that are kept, one that is refused, one that never comes. */
    void upload() {
        List<String> kept =
                List.of(
                        upload("image/png", UploadFiles.annotatedPng(40, 30, 1)),
                        upload("audio/wav", UploadFiles.wav(1)),
                        upload("video/mp4", UploadFiles.film(1_000, 100)));
        String refused = upload("image/png", UploadFiles.svg());
        kept.forEach(id -> untilLookedAt(id, "ready"));
        untilLookedAt(refused, "refused");
        for (String part : List.of("/media", "/thumbnail")) {
            assertThat(visitor.download("/v1/assets/" + kept.getFirst() + part)).isEqualTo(200);
        }
        takeAlongWhatIsMadeFrom(kept.getFirst());
        JsonNode awaited = announce("image/png", 100);
        assertThat(visitor.upload(awaited, new byte[100])).isEqualTo(200);
    }

    /** The list that goes with it tells of both. */
    private void takeAlongWhatIsMadeFrom(String picture) {
        Map<String, Object> order =
                new HashMap<>(
                        Map.of(
                                "model", "seedream-5-lite",
                                "aspectRatio", "16:9",
                                "resolution", "2K"));
        order.put("quote", visitor.post("/v1/quotes", order).json().get("quote").asString());
        order.put("prompt", "A boat " + Journey.PROMPT);
        order.put("references", List.of(Map.of("asset", picture)));
        Visitor.Answer accepted = visitor.post("/v1/generations", order);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        String id = accepted.json().get("id").asString();
        journey.know(Kind.GENERATION_ID, id);
        journey.untilEnded(id);
        Map<String, ?> selection = Map.of("generations", List.of(id));
        String archive = visitor.post("/v1/archives", selection).json().path("href").asString();
        assertThat(visitor.download(archive)).isEqualTo(200);
    }

    /** One that is fetched and kept, and one whose address leads elsewhere than it may. */
    void name(URI site) {
        String kept = named(site + "/pictures/" + ADDRESSED);
        String refused = named(site + "/pictures/inwards");
        untilLookedAt(kept, "ready");
        untilLookedAt(refused, "refused");
        journey.know(Kind.UPLOAD, ADDRESSED);
    }

    private String named(String address) {
        Visitor.Answer named =
                visitor.post("/v1/assets/from-url", Map.of("name", FILE_NAME, "url", address));
        assertThat(named.status()).as(named.body()).isEqualTo(202);
        journey.know(Kind.ASSET_ID, named.json().get("id").asString());
        return named.json().get("id").asString();
    }

    private String upload(String contentType, byte[] file) {
        JsonNode announced = announce(contentType, file.length);
        assertThat(visitor.upload(announced, file)).isEqualTo(200);
        String id = announced.get("id").asString();
        assertThat(visitor.post("/v1/assets/" + id + "/complete", Map.of()).status())
                .isEqualTo(202);
        return id;
    }

    private JsonNode announce(String contentType, int bytes) {
        Visitor.Answer announced =
                visitor.post(
                        "/v1/assets",
                        Map.of("name", FILE_NAME, "contentType", contentType, "bytes", bytes));
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        journey.know(Kind.UPLOAD, FILE_NAME);
        journey.know(Kind.ASSET_ID, announced.json().get("id").asString());
        return announced.json();
    }

    private void untilLookedAt(String id, String state) {
        Instant giveUp = Instant.now().plus(Journey.END_MAX);
        JsonNode asset = visitor.get("/v1/assets/" + id).json();
        while (!asset.get("state").asString().equals(state)) {
            assertThat(Instant.now()).as("%s", asset).isBefore(giveUp);
            Journey.pause();
            asset = visitor.get("/v1/assets/" + id).json();
        }
    }
}
