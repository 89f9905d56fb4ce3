package dev.halftone.function.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.ApiToken;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Protects buyers: what they order is what is offered, once, for themselves.
class OrderTest {
    private final Till till = new Till();

    @Test
    void leadsABuyerToThePageWhereThatOrderIsPaid() {
        HttpAnswer answer = till.call(till.wish(1, 1));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("state").asString()).isEqualTo("open");
        assertThat(answer.json().get("credits").asLong()).isEqualTo(400);
        assertThat(answer.json().get("amountMinor").asLong()).isEqualTo(499);
        assertThat(answer.json().get("currency").asString()).isEqualTo("USD");
        assertThat(answer.json().get("consentedAt").asString()).isEqualTo("2026-11-02T12:00:00Z");
        String id = answer.json().get("id").asString();
        assertThat(answer.json().get("checkoutUrl").asString())
                .isEqualTo("https://pay.test/cs_" + id);
        assertThat(till.processor.asked(till.reference(1, id)).successUrl())
                .hasToString("https://studio.example.org/orders/" + id);
    }

    // Protects: a click whose answer was lost orders nothing twice.
    @Test
    void answersTheSameClickWithTheSameOrder() {
        String first = till.ordered(1, 1);

        HttpAnswer again = till.call(till.wish(1, 1));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id").asString()).isEqualTo(first);
        assertThat(again.json().get("checkoutUrl").isNull()).isFalse();
        assertThat(till.processor.opened()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"product, plus", "currency, EUR"})
    void refusesTheSameKeyForAnotherOrder(String field, String value) {
        till.ordered(1, 1);

        HttpAnswer answer = till.call(till.wish(1, 1).bodyField(field, value));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("idempotency_key_reused");
    }

    // Protects: whoever died between the order and its page, or could not reach the processor,
    // leaves an order that the next click opens.
    @Test
    void opensThePageOfAnOrderThatWasLeftWithoutOne() {
        till.processor.setBroken(true);
        assertThat(till.call(till.wish(1, 1)).status()).isEqualTo(503);
        till.processor.setBroken(false);

        HttpAnswer answer = till.call(till.wish(1, 1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("checkoutUrl").isNull()).isFalse();
        assertThat(till.call(till.event(1, "orders")).json().get("items")).hasSize(1);
    }

    @Test
    void ordersNothingWithoutConsentToImmediateDelivery() {
        HttpAnswer answer = till.call(till.wish(1, 1).bodyField("immediateDelivery", false));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("consent_required");
        assertThat(till.processor.opened()).isZero();
    }

    @Test
    void asksForAKey() {
        HttpAnswer answer = till.call(till.wish(1, 1).withoutHeader("idempotency-key"));

        assertThat(answer.code()).isEqualTo("idempotency_key_required");
    }

    @ParameterizedTest
    @CsvSource({
        "product, pack-9, unknown_product",
        "product, ../x, unknown_product",
        "currency, GBP, invalid_currency",
        "currency, usd, invalid_currency",
        "processor, cash, unknown_processor"
    })
    void refusesWhatIsNotSold(String field, String value, String code) {
        HttpAnswer answer = till.call(till.wish(1, 1).bodyField(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
        assertThat(till.processor.opened()).isZero();
    }

    // Protects the ledger and other people: nobody says what comes for a payment, or who pays.
    @ParameterizedTest
    @ValueSource(
            strings = {"credits", "amount", "amountMinor", "price", "email", "account", "user"})
    void takesNeitherAnAmountNorAPersonFromTheBuyer(String field) {
        HttpAnswer answer = till.call(till.wish(1, 1).bodyField(field, "1000000"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown_field");
        assertThat(till.processor.opened()).isZero();
    }

    // Protects: a checkout is always somebody's.
    @Test
    void ordersNothingForNobody() {
        HttpAnswer answer = till.call(till.wish(1, 1).withoutCookies());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("sign_in_required");
        assertThat(till.processor.opened()).isZero();
    }

    // Protects: a program that got hold of a token buys nothing.
    @Test
    void ordersNothingForAToken() {
        HttpAnswer answer =
                till.call(
                        till.wish(1, 1)
                                .withoutCookies()
                                .header("authorization", "Bearer " + token()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("session_required");
    }

    private static String token() {
        return "htk_" + ApiToken.PER_PERSON_MAX;
    }

    // Protects a bank's money: while it is disputed, nobody buys more with the same card.
    @Test
    void ordersNothingForAFrozenAccount() {
        till.told(paid(till.ordered(1, 1)));
        till.store
                .corrections()
                .freeze(Samples.accountId(1), new FreezeCause("dispute:till:dp_1"), Samples.NOW);

        HttpAnswer answer = till.call(till.wish(1, 2));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("account_frozen");
    }

    private PaymentFact paid(String order) {
        return till.processor.fact(till.processor.pays(till.reference(1, order)));
    }

    // Protects cards that somebody tries out: only so many orders an hour, also for one account.
    @Test
    void takesOnlySoManyOrdersInAnHour() {
        for (int click = 1; click <= PaymentSamples.VELOCITY.ordersPerHour(); click++) {
            till.ordered(1, click);
        }

        HttpAnswer answer = till.call(till.wish(1, 99));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("order_limit");
        assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 3_600);
        assertThat(till.call(till.wish(1, 1)).status()).isEqualTo(200);
        assertThat(till.call(till.wish(2, 1)).status()).isEqualTo(201);
        till.clock.advance(Duration.ofHours(1));
        assertThat(till.call(till.wish(1, 99)).status()).isEqualTo(201);
    }

    @Test
    void showsEverybodyWhatIsSoldInTheirLanguage() {
        HttpAnswer answer =
                till.call(HttpEvent.read("checkout", "products").header("accept-language", "de"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("products")).hasSize(4);
        assertThat(answer.json().at("/products/0/prices/0/currency").asString()).isEqualTo("EUR");
        assertThat(answer.json().at("/products/2/period").asString()).isEqualTo("month");
        assertThat(answer.json().get("refundTerms").asString()).isEqualTo("Binnen 14 Tagen.");
    }
}
