package dev.halftone.function.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetLimits;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetState;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRouteTest {
    // Room for one file of unknown size.
    private final Shelf shelf =
            new Shelf(new StorageQuota(AssetLimits.FETCHED_BYTES_MAX + 1_000, 10));

    // Protects: this function asks nobody; it leaves word for whoever may.
    @Test
    void hasSomebodyElseFetchIt() {
        HttpAnswer answer = shelf.call(shelf.event(1, "from-url"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("state").asString()).isEqualTo("awaited");
        assertThat(answer.json().get("name").asString()).isEqualTo("boat.png");
        assertThat(answer.json().get("source").asString()).isEqualTo("pictures.example.org");
        AssetId id = new AssetId(answer.json().get("id").asString());
        assertThat(shelf.files.address(id)).contains("https://pictures.example.org/boat.png");
        assertThat(shelf.queue.sent())
                .singleElement()
                .extracting(AssetWork::asset, AssetWork::task)
                .containsExactly(id, AssetWork.Task.FETCH);
    }

    // Protects: a message in a dead-letter queue, and a row, tell no address.
    @Test
    void writesTheAddressIntoNoRowAndNoMessage() {
        shelf.call(shelf.event(1, "from-url"));

        assertThat(shelf.queue.sent().getFirst().body()).doesNotContain("example.org");
        AssetId id = shelf.queue.sent().getFirst().asset();
        assertThat(shelf.assets.find(id).orElseThrow().source().toString()).doesNotContain("boat");
    }

    @Test
    void countsWhatMayComeUntilItsSizeIsKnown() {
        shelf.call(shelf.event(1, "from-url"));

        assertThat(shelf.assets.use(Samples.userId(1)))
                .isEqualTo(new StorageUse(AssetLimits.FETCHED_BYTES_MAX, 1));
        HttpAnswer second =
                shelf.call(shelf.event(1, "from-url").header("idempotency-key", "another-click"));
        assertThat(second.code()).isEqualTo("over_quota");
    }

    // Protects: a click whose answer was lost makes no second asset; it sends the message again.
    @Test
    void answersTheSameClickWithTheSameAsset() {
        HttpAnswer first = shelf.call(shelf.event(1, "from-url"));

        HttpAnswer again = shelf.call(shelf.event(1, "from-url"));

        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(shelf.assets.use(Samples.userId(1)).number()).isEqualTo(1);
        assertThat(shelf.queue.sent()).hasSize(2);
    }

    @Test
    void fetchesNothingTwiceThatIsThere() {
        AssetId id =
                new AssetId(shelf.call(shelf.event(1, "from-url")).json().get("id").asString());
        shelf.files.remove(AssetKey.address(id));
        assertThat(
                        shelf.assets.move(
                                shelf.assets.find(id).orElseThrow(),
                                shelf.assets
                                        .find(id)
                                        .orElseThrow()
                                        .refused(AssetRefusal.UNREACHABLE, shelf.clock.instant())))
                .isTrue();

        HttpAnswer again = shelf.call(shelf.event(1, "from-url"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("refusal").asString()).isEqualTo("unreachable");
        assertThat(shelf.files.address(id)).isEmpty();
    }

    @Test
    void refusesTheSameKeyForAnotherAddress() {
        shelf.call(shelf.event(1, "from-url"));

        HttpAnswer other =
                shelf.call(
                        shelf.event(1, "from-url")
                                .bodyField("url", "https://pictures.example.org/other.png"));

        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    // Protects: what is wrong by its very form is said at once, and costs nothing.
    @ParameterizedTest
    @CsvSource({
        "http://pictures.example.org/boat.png, address_refused",
        "https://127.0.0.1/, address_refused",
        "https://2130706433/, address_refused",
        "https://me:secret@pictures.example.org/, address_refused",
        "boat.png, address_refused",
        "http://127.0.0.1:9001/boat.png, address_refused",
        "https://localhost/, private_address"
    })
    void refusesWhatCanBeSeenToBeWrong(String address, String code) {
        HttpAnswer answer = shelf.call(shelf.event(1, "from-url").bodyField("url", address));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo("url");
        assertThat(shelf.queue.sent()).isEmpty();
        assertThat(shelf.assets.use(Samples.userId(1))).isEqualTo(StorageUse.NOTHING);
    }

    @Test
    void asksForAKeyAndForSomebodyWhoIsSignedIn() {
        assertThat(shelf.call(shelf.event(1, "from-url").header("idempotency-key", "")).code())
                .isEqualTo("idempotency_key_required");
        assertThat(shelf.call(shelf.event(1, "from-url").withoutCookies()).status()).isEqualTo(401);
    }

    // Protects: what is on its way can be given up, and leaves nothing.
    @Test
    void removesWhatIsStillAwaited() {
        AssetId id =
                new AssetId(shelf.call(shelf.event(1, "from-url")).json().get("id").asString());
        assertThat(shelf.assets.find(id).orElseThrow().state())
                .isInstanceOf(AssetState.Awaited.class);

        assertThat(shelf.call(shelf.event(1, "remove", id)).status()).isEqualTo(204);

        assertThat(shelf.files.keys()).isEmpty();
        assertThat(shelf.assets.use(Samples.userId(1))).isEqualTo(StorageUse.NOTHING);
    }
}
