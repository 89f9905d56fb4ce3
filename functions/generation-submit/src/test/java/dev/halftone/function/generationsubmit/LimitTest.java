package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.SampleProfile;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people hear when their plan has room for no more. */
class LimitTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 100);

    // Protects: who is stopped by a plan hears how much it has room for, and when there is more.
    @Test
    void saysWhichLimitItIsAndWhenItEnds() {
        deploy(new Quota(1, 10), Map.of());
        studio.call(ada.submission());

        HttpAnswer answer = studio.call(another(1));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("limit_reached");
        // The clock stands at noon.
        assertThat(answer.header("retry-after")).isEqualTo("43200");
        assertThat(answer.json().get("resetsAt").asString()).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(answer.json().get("limit").asLong()).isEqualTo(1);
        assertThat(answer.json().get("period").asString()).isEqualTo("day");
    }

    // Protects: a refusal costs nobody anything, neither credits nor a call of a provider.
    @Test
    void reservesNothingAndWakesNobody() {
        deploy(new Quota(1, 10), Map.of());
        studio.call(ada.submission());
        long available = ada.available();
        int sent = studio.queue.sent().size();

        studio.call(another(1));

        assertThat(ada.available()).isEqualTo(available);
        assertThat(studio.queue.sent()).hasSize(sent);
    }

    // Protects: whoever repeats what was accepted gets it, whatever was made since.
    @Test
    void answersARepeatThoughTheLimitIsReached() {
        deploy(new Quota(1, 10), Map.of());
        HttpEvent event = ada.submission();
        studio.call(event);

        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    // Protects: a model's own bound stops that model, and says that it is that model's.
    @Test
    void stopsOneModelAlone() {
        deploy(new Quota(10, 10), Map.of(Samples.MODEL, new Quota(1, 5)));
        studio.call(ada.submission());

        HttpAnswer answer = studio.call(another(1));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().get("field").asString()).isEqualTo("model");
        assertThat(studio.call(ada.text()).status()).isNotEqualTo(429);
    }

    // Protects: whoever pays for a bigger plan has it with the next click.
    @Test
    void goesByThePlanOfTheAccount() {
        deploy(new Quota(1, 10), Map.of());
        studio.call(ada.submission());
        studio.store.subscribe(Samples.accountId(1), "dear");

        assertThat(studio.call(another(1)).status()).isEqualTo(202);
    }

    // Protects: a table of rows waits for its plan, says so, and goes on the next day by itself.
    @Test
    void pausesATableUntilThereIsRoom() {
        deploy(new Quota(2, 10), Map.of());
        Catalogue catalogue = new Catalogue(studio, ada, Catalogue.file(3), "upload-number-1");
        assertThat(catalogue.start().status()).isEqualTo(202);

        catalogue.look();

        assertThat(catalogue.seen().get("pauseReason").asString()).isEqualTo("limit_reached");
        assertThat(catalogue.underWay()).hasSize(2);
        studio.clock.advance(Duration.ofHours(13));
        catalogue.makeAll();
        catalogue.look();
        assertThat(catalogue.underWay()).hasSize(1);
    }

    private HttpEvent another(int number) {
        return ada.submission().header("idempotency-key", "another-request-" + number);
    }

    private void deploy(Quota all, Map<String, Quota> models) {
        studio.deploy(
                SampleProfile.allowing(
                        new Plans(
                                Map.of(
                                        "usual",
                                        new Plan("usual", all, models),
                                        "dear",
                                        new Plan("dear", new Quota(50, 500), Map.of())),
                                "usual")));
    }
}
