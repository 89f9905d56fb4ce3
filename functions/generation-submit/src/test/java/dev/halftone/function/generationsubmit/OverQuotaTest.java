package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.StorageQuota;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.AssetSamples;
import dev.halftone.testing.SampleProfile;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people hear when as much is kept for them as may be. */
class OverQuotaTest {

    private static final long RESULT = 1_234;
    private static final long UPLOAD = 900;
    private static final int RESUMES_WITHIN_MINUTES = 16;

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 100);

    // Protects: who keeps as much as one may is told so, and how much that is.
    @Test
    void refusesAnOrderOnceUploadsAndResultsFillTheStorage() {
        deploy(RESULT + UPLOAD);
        upload();
        studio.call(ada.submission());
        makeAll();

        HttpAnswer answer = studio.call(another());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("over_quota");
        assertThat(answer.json().get("bytesUsed").asLong()).isEqualTo(RESULT + UPLOAD);
        assertThat(answer.json().get("bytesMax").asLong()).isEqualTo(RESULT + UPLOAD);
    }

    // Protects: a byte that is left is room, for nobody knows how large a result will be.
    @Test
    void takesAnOrderAsLongAsAByteIsLeft() {
        deploy(RESULT + UPLOAD + 1);
        upload();
        studio.call(ada.submission());
        makeAll();

        assertThat(studio.call(another()).status()).isEqualTo(202);
    }

    // Protects: a refusal costs nobody anything, neither credits nor a call of a provider.
    @Test
    void reservesNothingAndWakesNobody() {
        fill();
        long available = ada.available();
        int sent = studio.queue.sent().size();

        studio.call(another());

        assertThat(ada.available()).isEqualTo(available);
        assertThat(studio.queue.sent()).hasSize(sent);
    }

    // Protects: whoever repeats what was accepted gets it, whatever was stored since.
    @Test
    void answersARepeatThoughTheStorageIsFull() {
        deploy(RESULT);
        HttpEvent event = ada.submission();
        studio.call(event);
        makeAll();

        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    // Protects: who removes a result can have another made.
    @Test
    void takesOrdersAgainOnceSomethingIsRemoved() {
        fill();

        removeAll();

        assertThat(studio.call(another()).status()).isEqualTo(202);
    }

    // Protects: a table of rows waits for room, says so, and goes on by itself once there is some.
    @Test
    void pausesATableUntilThereIsRoom() {
        fill();
        Catalogue catalogue = new Catalogue(studio, ada, Catalogue.file(1), "upload-number-1");
        assertThat(catalogue.start().status()).isEqualTo(202);

        catalogue.look();

        assertThat(catalogue.seen().get("pauseReason").asString()).isEqualTo("over_quota");
        assertThat(catalogue.underWay()).isEmpty();
        removeAll();
        studio.clock.advance(Duration.ofMinutes(RESUMES_WITHIN_MINUTES));
        catalogue.look();
        assertThat(catalogue.underWay()).hasSize(1);
    }

    /** One result, and no room for more. */
    private void fill() {
        deploy(RESULT);
        studio.call(ada.submission());
        makeAll();
    }

    private void upload() {
        studio.assets.add(
                AssetSamples.ready(Samples.userId(1), 1, AssetType.PNG, Samples.NOW),
                new StorageQuota(RESULT + UPLOAD, 5));
    }

    private void makeAll() {
        all().forEach(studio::make);
    }

    private void removeAll() {
        for (Generation made : all()) {
            Generation after =
                    made.on(new GenerationEvent.Removed(studio.clock.instant())).orElseThrow();
            assertThat(studio.store.generations().move(made, after, new Claim("worker"))).isTrue();
        }
    }

    private List<Generation> all() {
        return studio.store.generations().history(Samples.userId(1), 100, null).items();
    }

    private HttpEvent another() {
        return ada.submission().header("idempotency-key", "another-request-1");
    }

    private void deploy(long bytes) {
        studio.deploy(SampleProfile.keeping(new StorageQuota(bytes, 5)));
    }
}
