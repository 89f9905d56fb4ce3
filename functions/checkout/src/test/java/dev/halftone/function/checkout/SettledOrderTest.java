package dev.halftone.function.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.HealOrder;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// Protects whoever has paid: they get what they paid for, and see what became of it.
class SettledOrderTest {
    private final Till till = new Till();

    // Protects: whoever comes back from paying waits for no message.
    @Test
    void grantsWhatWasPaidThoughNoMessageEverCame() {
        String order = till.ordered(1, 1);
        till.processor.pays(till.reference(1, order));

        HttpAnswer answer = till.call(till.event(1, "one", order));

        assertThat(answer.json().get("state").asString()).isEqualTo("paid");
        assertThat(answer.json().at("/payment/granted").asLong()).isEqualTo(400);
        assertThat(answer.json().get("checkoutUrl").isNull()).isTrue();
        assertThat(till.available(1)).isEqualTo(400);
    }

    @Test
    void grantsItOnceThoughTheMessageComesToo() {
        String order = till.ordered(1, 1);
        int paid = till.processor.pays(till.reference(1, order));
        till.call(till.event(1, "one", order));

        till.told(till.processor.fact(paid));
        till.call(till.event(1, "one", order));

        assertThat(till.available(1)).isEqualTo(400);
    }

    // Protects the processor, and us from its limits: a page that polls asks it rarely.
    @Test
    void asksTheProcessorOnceInFiveSeconds() {
        String order = till.ordered(1, 1);
        for (int looks = 0; looks < 5; looks++) {
            till.call(till.event(1, "one", order));
        }
        assertThat(till.processor.looks()).isEqualTo(1);

        till.clock.advance(HealOrder.LOOK_PAUSE);
        till.call(till.event(1, "one", order));

        assertThat(till.processor.looks()).isEqualTo(2);
    }

    @Test
    void asksNobodyAboutAnOrderThatIsSettled() {
        String order = till.ordered(1, 1);
        till.told(till.processor.fact(till.processor.pays(till.reference(1, order))));

        till.call(till.event(1, "one", order));

        assertThat(till.processor.looks()).isZero();
    }

    @Test
    void showsAnOrderAsItWasKnownWhileTheProcessorIsOutOfReach() {
        String order = till.ordered(1, 1);
        till.processor.setBroken(true);

        HttpAnswer answer = till.call(till.event(1, "one", order));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("state").asString()).isEqualTo("open");
    }

    // Protects: what was paid but not ordered is looked at by a person, and grants nothing.
    @Test
    void grantsNothingForAPaymentOfAnotherAmount() {
        String order = till.ordered(1, 1);
        till.processor.pays(till.reference(1, order), new Cost(1, "USD"));

        HttpAnswer answer = till.call(till.event(1, "one", order));

        assertThat(answer.json().get("state").asString()).isEqualTo("review");
        assertThat(till.available(1)).isZero();
    }

    @Test
    void saysWhatWentBackOfAPayment() {
        String order = paid();
        till.told(
                new PaymentFact.Refunded(
                        till.processor.payment(till.reference(1, order)), 100, 499, Samples.NOW));

        HttpAnswer answer = till.call(till.event(1, "one", order));

        assertThat(answer.json().at("/payment/refundedMinor").asLong()).isEqualTo(100);
        assertThat(answer.json().at("/payment/revoked").asLong()).isEqualTo(81);
    }

    // Protects: an order that is somebody else's does not exist.
    @ParameterizedTest
    @ValueSource(strings = {"one", "receipt"})
    void showsNobodyTheOrderOfAnother(String route) {
        String order = paid();

        HttpAnswer answer = till.call(till.event(2, route, order));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_order");
    }

    @Test
    void listsOrdersPageByPageNewestFirst() {
        String first = till.ordered(1, 1);
        till.clock.advance(Duration.ofSeconds(1));
        String second = till.ordered(1, 2);

        HttpAnswer page = till.call(till.event(1, "orders").query("limit=1"));
        HttpAnswer rest =
                till.call(
                        till.event(1, "orders")
                                .query(
                                        "cursor="
                                                + encoded(
                                                        page.json().get("nextCursor").asString())));

        assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second);
        assertThat(rest.json().at("/items/0/id").asString()).isEqualTo(first);
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "limit=x", "cursor=x"})
    void refusesAPageThatIsNone(String query) {
        assertThat(till.call(till.event(1, "orders").query(query)).status()).isEqualTo(400);
    }

    // Protects: a receipt can be printed, and says nothing that was not paid.
    @Test
    void writesAReceiptThatHasNoScriptAndNothingUnescaped() {
        String order = paid();

        HttpAnswer answer = till.call(till.event(1, "receipt", order));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/html");
        assertThat(answer.header("content-security-policy")).startsWith("default-src 'none'");
        assertThat(answer.body())
                .contains("Pack of 400", "4.99 USD", "buyer+&lt;i&gt;@example.org", order)
                .contains("href=\"https://pay.test/invoice/pi_" + order + "\"")
                .doesNotContain("<script", "<i>");
    }

    @Test
    void writesAReceiptInGermanWithoutTheProcessor() {
        String order = paid();
        till.processor.setBroken(true);

        HttpAnswer answer =
                till.call(till.event(1, "receipt", order).header("accept-language", "de"));

        assertThat(answer.body()).contains("Quittung", "4,99 USD", "2. November 2026");
    }

    @Test
    void writesNoReceiptBeforeItIsPaid() {
        HttpAnswer answer = till.call(till.event(1, "receipt", till.ordered(1, 1)));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("order_unpaid");
    }

    // Protects cards and invoices: the processor's page is opened for whom it is.
    @Test
    void opensThePortalOfTheCallerAlone() {
        paid();

        HttpAnswer own = till.call(till.event(1, "portal"));
        HttpAnswer others = till.call(till.event(2, "portal"));

        assertThat(own.json().get("url").asString())
                .isEqualTo("https://pay.test/portal/cus_" + Samples.accountId(1));
        assertThat(others.status()).isEqualTo(409);
        assertThat(others.code()).isEqualTo("nothing_billed");
    }

    private String paid() {
        String order = till.ordered(1, 1);
        till.told(till.processor.fact(till.processor.pays(till.reference(1, order))));
        return order;
    }
}
