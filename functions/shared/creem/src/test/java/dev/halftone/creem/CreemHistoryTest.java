package dev.halftone.creem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Creem's lists say of everything whose message never came. */
final class CreemHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(2));
    private static final String FIRST = "/v1/transactions/search?page_number=1&page_size=50";
    private static final String SECOND = "/v1/transactions/search?page_number=2&page_size=50";
    private static final String ALL = "/v1/subscriptions/search?page_number=1&page_size=50";
    private static final int PAGES_MAX = 10;

    private final StubCreem creem = new StubCreem();
    private final PaymentProcessor processor =
            CreemProcessor.of(creem.setting(new MutableClock(NOW)));

    @AfterEach
    void close() {
        creem.close();
    }

    // Protects: a renewal whose message was lost, and a subscription that ended unheard.
    @Test
    void findsPeriodsAndStates() {
        creem.on(FIRST, Shapes.page("null", Shapes.invoice()))
                .on("/v1/subscriptions?subscription_id=sub_1", Shapes.subscription("canceled"))
                .on(ALL, Shapes.page("null", Shapes.subscription("canceled")));

        assertThat(all())
                .hasExactlyElementsOfTypes(
                        PaymentFact.PeriodPaid.class, PaymentFact.SubscriptionState.class);
    }

    // Protects: a refund of an old charge is found, long after the charge itself was looked at.
    @Test
    void findsWhatWentBackOfAnOldCharge() {
        creem.on(FIRST, Shapes.page("2", Shapes.transaction()))
                .on(SECOND, Shapes.page("null", old(Duration.ofDays(100), "refunded")))
                .on(ALL, Shapes.page("null"));

        assertThat(all())
                .containsExactly(
                        new PaymentFact.Refunded(
                                new PaymentReference("creem", "tran_1"), 594, 594, NOW));
    }

    // Protects: a lost dispute, of which no message ever says that it ended.
    @Test
    void findsThatADisputeWasLost() {
        creem.on(FIRST, Shapes.page("null", old(Duration.ofDays(30), "chargedBack")))
                .on(ALL, Shapes.page("null"));

        assertThat(all())
                .containsExactly(
                        new PaymentFact.Disputed(
                                new PaymentReference("creem", "tran_1"),
                                "tran_1",
                                DisputePhase.LOST,
                                594,
                                NOW));
    }

    // Protects: an old account is not walked to its beginning every hour.
    @Test
    void stopsWhereNothingCanGoBackAnyMore() {
        creem.on(FIRST, Shapes.page("2", old(Duration.ofDays(123), "paid")))
                .on(ALL, Shapes.page("null"));

        assertThat(all()).isEmpty();
        assertThat(creem.asked()).extracting(StubCreem.Asked::target).doesNotContain(SECOND);
    }

    // Protects: if they listed the oldest first, the newest would never be looked at, unnoticed.
    @Test
    void failsLoudlyIfTheOrderOfTheListChanges() {
        creem.on(
                FIRST,
                Shapes.page(
                        "null", old(Duration.ofDays(9), "paid"), old(Duration.ofDays(8), "paid")));

        assertThatThrownBy(this::all).isInstanceOf(PermanentFailure.class);
    }

    // Protects: a service that is unwell is asked again later; a key that is none needs somebody.
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void comesBackLaterWhenTheyAreUnwell(int code) {
        creem.on(FIRST, code, "{}");

        assertThatThrownBy(this::all).isInstanceOf(TransientFailure.class);
    }

    // Protects: a key that is none needs somebody to look at it.
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void saysThatItIsOursWhenTheyRefuse(int code) {
        creem.on(FIRST, code, "{}");

        assertThatThrownBy(this::all)
                .isInstanceOf(PermanentFailure.class)
                .hasMessageNotContaining(StubCreem.KEY);
    }

    private static String old(Duration age, String status) {
        return Shapes.transaction()
                .replace("\"status\":\"paid\"", "\"status\":\"%s\"".formatted(status))
                .replace("\"refunded_amount\":null", "\"refunded_amount\":594")
                .replace("1795168800000", Long.toString(NOW.minus(age).toEpochMilli()));
    }

    private List<PaymentFact> all() {
        List<PaymentFact> facts = new ArrayList<>();
        @Nullable String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            Page<PaymentFact> page = processor.since(FROM, cursor);
            facts.addAll(page.items());
            cursor = page.nextCursor();
            if (cursor == null) {
                return facts;
            }
        }
        throw new AssertionError("no end");
    }
}
