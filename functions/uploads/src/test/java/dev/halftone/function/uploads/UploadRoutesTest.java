package dev.halftone.function.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadRoutesTest {
    private final Shelf shelf = new Shelf();

    @Test
    void answersAnAnnouncementWithOneSignedRequest() {
        HttpAnswer answer = shelf.call(shelf.announcement(1, 1));

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.json().get("id").asString();
        assertThat(answer.json().get("state").asString()).isEqualTo("awaited");
        assertThat(answer.json().at("/upload/method").asString()).isEqualTo("PUT");
        assertThat(answer.json().at("/upload/url").asString())
                .isEqualTo("https://media.test/q/" + id + "/file?seconds=300");
        assertThat(answer.json().at("/upload/headers").toString())
                .contains("\"content-type\":\"image/png\"", "\"if-none-match\":\"*\"");
    }

    // Protects: a click whose answer was lost makes no second upload, and counts nothing.
    @Test
    void answersTheSameClickWithTheSameUpload() {
        AssetId first = shelf.announced(1, 1);

        HttpAnswer again = shelf.call(shelf.announcement(1, 1));

        assertThat(again.json().get("id").asString()).isEqualTo(first.value());
        assertThat(shelf.assets.use(Samples.userId(1)).number()).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyForAnotherFile() {
        shelf.announced(1, 1);

        HttpAnswer answer = shelf.call(shelf.announcement(1, 1).bodyField("bytes", 999));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest
    @CsvSource({
        "image/svg+xml, svg",
        "IMAGE/SVG+XML, svg",
        "audio/ogg, unsupported_sound",
        "audio/flac, unsupported_sound",
        "image/gif, unsupported_type",
        "text/html, unsupported_type",
        "application/zip, unsupported_type"
    })
    void refusesWhatIsNotTakenBeforeAByte(String contentType, String code) {
        HttpAnswer answer =
                shelf.call(shelf.announcement(1, 1).bodyField("contentType", contentType));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(shelf.assets.list(Samples.userId(1), 10, null).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, empty_file", "-1, empty_file", "26214401, too_large"})
    void refusesASizeThatNoPictureHas(long bytes, String code) {
        HttpAnswer answer = shelf.call(shelf.announcement(1, 1).bodyField("bytes", bytes));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
    }

    // Protects: the refusal comes before anything is stored or signed.
    @Test
    void refusesWhatDoesNotFitBeforeAnything() {
        shelf.announced(1, 1);
        shelf.announced(1, 2);

        HttpAnswer answer = shelf.call(shelf.announcement(1, 3));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("over_quota");
        assertThat(answer.json().get("bytesUsed").asLong()).isEqualTo(2_000);
        assertThat(answer.json().get("bytesMax").asLong()).isEqualTo(2_000);
        assertThat(answer.json().has("upload")).isFalse();
        assertThat(shelf.assets.list(Samples.userId(1), 10, null).items()).hasSize(2);
        assertThat(shelf.call(shelf.announcement(2, 3)).status()).isEqualTo(201);
    }

    // Protects: a tab that was closed does not take somebody's room for ever.
    @Test
    void takesBackTheRoomOfWhatNeverCame() {
        shelf.announced(1, 1);
        shelf.announced(1, 2);
        shelf.clock.advance(AssetLimits.AWAITED_MAX);

        assertThat(shelf.call(shelf.announcement(1, 3)).status()).isEqualTo(201);
    }

    @Test
    void asksForAKey() {
        HttpAnswer answer = shelf.call(shelf.announcement(1, 1).withoutHeader("idempotency-key"));

        assertThat(answer.code()).isEqualTo("idempotency_key_required");
    }

    @Test
    void showsANameThatDoesNothing() {
        HttpAnswer answer =
                shelf.call(shelf.announcement(1, 1).bodyField("name", "../\u202Egpj.<b>exe"));

        assertThat(answer.json().get("name").asString()).isEqualTo("gpj.bexe");
    }

    @Test
    void hasAnUploadLookedAtOnceItIsThere() {
        AssetId id = shelf.announced(1, 1);

        HttpAnswer answer = shelf.call(shelf.event(1, "complete", id));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("checking");
        assertThat(shelf.queue.sent())
                .extracting(AssetWork::asset, AssetWork::task)
                .containsExactly(tuple(id, AssetWork.Task.CHECK));
    }

    // Protects: nobody is asked to send again what has come.
    @Test
    void asksForNoFileThatHasCome() {
        AssetId id = shelf.announced(1, 1);
        shelf.call(shelf.event(1, "complete", id));

        HttpAnswer again = shelf.call(shelf.announcement(1, 1));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("upload").isNull()).isTrue();
    }

    // Protects: if the message was lost, whoever asks again sends it again.
    @Test
    void sendsTheMessageAgainWhenToldAgain() {
        AssetId id = shelf.announced(1, 1);
        shelf.queue.setBroken(true);
        assertThat(shelf.call(shelf.event(1, "complete", id)).status()).isEqualTo(503);
        shelf.queue.setBroken(false);

        assertThat(shelf.call(shelf.event(1, "complete", id)).status()).isEqualTo(202);

        assertThat(shelf.queue.sent()).hasSize(1);
    }

    @Test
    void tellsWhyAnUploadWasRefused() {
        AssetId id = shelf.announced(1, 1);
        Asset asset = shelf.assets.find(id).orElseThrow();
        shelf.assets.move(asset, asset.refused(AssetRefusal.TRAILING_DATA, Samples.NOW));

        HttpAnswer answer = shelf.call(shelf.event(1, "complete", id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("refusal").asString()).isEqualTo("trailing_data");
        assertThat(shelf.queue.sent()).isEmpty();
    }

    @Test
    void completesNothingOfSomebodyElse() {
        AssetId id = shelf.announced(1, 1);

        assertThat(shelf.call(shelf.event(2, "complete", id)).code()).isEqualTo("unknown_asset");

        assertThat(shelf.assets.find(id).orElseThrow().state())
                .isInstanceOf(AssetState.Awaited.class);
        assertThat(shelf.queue.sent()).isEqualTo(List.of());
    }
}
