package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.Economy;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people hear when no more may be spent at providers. */
class CeilingTest {
    private static final long DAY = Samples.COST.amount();

    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    // Protects: a thief of one session cannot spend without end, and its owner hears why and when.
    @Test
    void refusesOnePersonWhoHasSpentWhatOneMay() {
        deploy(DAY, 1_000 * DAY);
        studio.call(ada.submission());

        HttpAnswer answer = studio.call(another());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("user_spend_ceiling_reached");
        // The clock stands at noon.
        assertThat(answer.header("retry-after"))
                .isEqualTo(Long.toString(Duration.ofHours(12).toSeconds()));
        assertThat(answer.json().get("resetsAt").asString()).isEqualTo("2026-11-03T00:00:00Z");
        assertThat(answer.json().get("detail").asString()).contains("2026-11-03T00:00:00Z");
    }

    // Protects: a refusal costs nobody anything, neither credits nor a call of a provider.
    @Test
    void reservesNothingAndWakesNobody() {
        deploy(DAY, 1_000 * DAY);
        studio.call(ada.submission());
        long available = ada.available();
        int sent = studio.queue.sent().size();

        studio.call(another());

        assertThat(ada.available()).isEqualTo(available);
        assertThat(studio.queue.sent()).hasSize(sent);
    }

    // Protects: whoever repeats what was accepted gets it, whatever was spent since.
    @Test
    void answersARepeatThoughTheCeilingIsReached() {
        deploy(DAY, 1_000 * DAY);
        HttpEvent event = ada.submission();
        HttpAnswer first = studio.call(event);

        HttpAnswer second = studio.call(event);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
    }

    // Protects: all together spend no more than the operator said.
    @Test
    void refusesEverybodyWhenAllHaveSpentWhatAllMay() {
        deploy(DAY, Ceilings.SHARDS * DAY);
        for (int number = 2; number < 2 + Ceilings.SHARDS; number++) {
            assertThat(studio.call(studio.person(number, 25).submission()).status()).isEqualTo(202);
        }

        HttpAnswer answer = studio.call(ada.submission());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("spend_ceiling_reached");
        assertThat(answer.header("retry-after")).isEqualTo("43200");
        assertThat(ada.available()).isEqualTo(25);
    }

    // Protects: the next day everybody is served again.
    @Test
    void takesWorkAgainTheNextDay() {
        deploy(DAY, 1_000 * DAY);
        studio.call(ada.submission());
        studio.clock.advance(Duration.ofHours(12));

        HttpEvent later = ada.submission().header("idempotency-key", "another-request-1");

        assertThat(studio.call(later).status()).isEqualTo(202);
    }

    private HttpEvent another() {
        return ada.submission().header("idempotency-key", "another-request-1");
    }

    /** As after a deployment with other ceilings. */
    private void deploy(long userDay, long allDay) {
        Catalogue catalogue = Samples.catalogue();
        Economy economy = catalogue.economy();
        studio.deploy(
                Samples.profile(
                        new Catalogue(
                                catalogue.priceVersion(),
                                catalogue.models(),
                                catalogue.aliases(),
                                catalogue.providers(),
                                new Economy(
                                        economy.credit(),
                                        economy.own(),
                                        new Ceilings(
                                                ceiling(userDay, 10 * userDay),
                                                ceiling(allDay, 10 * allDay))),
                                List.of())));
    }

    private static Ceiling ceiling(long day, long month) {
        return new Ceiling(new MicroDollars(day), new MicroDollars(month));
    }
}
