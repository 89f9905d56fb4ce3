package dev.halftone.function.paymentwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.Parked;
import dev.halftone.core.payment.ParkedDelivery;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.InMemoryParked;
import dev.halftone.testing.InMemoryPaymentProcessor;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: what a processor says has its effect once and before it is told so, and what anybody
 * else says has none.
 */
class DeliveryTest {
    private static final Map<String, String> VARIABLES =
            Map.of(
                    "INSIGHT_TABLE", "insight",
                    "LEDGER_TABLE", "ledger",
                    "PROFILE", "test",
                    "PAYMENT_PARAMETERS", "payments/",
                    "PAYMENT_STAND_INS", "");
    private static final AtomicReference<PaymentWebhookPorts> PORTS = new AtomicReference<>();
    private static final OrderReference ORDER =
            new OrderReference(
                    Samples.accountId(1), new OrderId("ord_0123456789abcdef0123456789abcdef"));

    private final InMemoryStudio store = new InMemoryStudio();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryPaymentProcessor processor =
            new InMemoryPaymentProcessor(PaymentSamples.PROCESSOR, clock);
    private final InMemoryParked parked = new InMemoryParked();
    private final Map<String, Long> counted = new HashMap<>();
    private final HandlerDriver driver = start(parked);

    /** The function without its stores. */
    public static class InMemoryApplication extends PaymentWebhookApplication {
        @Override
        PaymentWebhookPorts ports(PaymentWebhookConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    private HandlerDriver start(Parked place) {
        PORTS.set(
                new PaymentWebhookPorts(
                        new ApplyPayment(
                                store.orders(),
                                store.payments(),
                                store.customers(),
                                store.subscriptions(),
                                PaymentSamples.PRICES),
                        place,
                        Map.of(PaymentSamples.PROCESSOR, processor),
                        (metric, amount) -> counted.merge(metric, amount, Long::sum),
                        clock));
        return HandlerDriver.start(
                VARIABLES, () -> new PaymentWebhookHandler(InMemoryApplication.class));
    }

    /** An order with an open checkout. */
    private void ordered() {
        Order order =
                Order.open(
                        ORDER.order(),
                        ORDER.account(),
                        PaymentSamples.PRICES
                                .purchase(PaymentSamples.PACK, "USD", PaymentSamples.PROCESSOR)
                                .orElseThrow(),
                        Samples.NOW);
        store.orders().place(order, PaymentSamples.VELOCITY);
        store.orders()
                .keep(
                        ORDER,
                        processor.open(
                                new CheckoutRequest(
                                        ORDER,
                                        order.purchase(),
                                        PaymentSamples.TERMS.processors().getFirst(),
                                        Language.EN,
                                        null,
                                        null,
                                        URI.create("https://studio.example.org/orders"),
                                        URI.create("https://studio.example.org/credits"))));
    }

    @Test
    void grantsWhatWasPaid() {
        ordered();

        HttpAnswer answer = deliver(processor.pays(ORDER));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(available()).isEqualTo(400);
        assertThat(state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void grantsItOnceHoweverOftenItIsSaid() {
        ordered();
        int paid = processor.pays(ORDER);

        for (int times = 0; times < 5; times++) {
            assertThat(deliver(paid).status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(11));
        }

        assertThat(available()).isEqualTo(400);
        assertThat(counted).isEmpty();
    }

    // Protects: another message of the same payment is no other payment.
    @Test
    void grantsItOnceThoughAnotherMessageSaysSo() {
        ordered();
        deliver(processor.pays(ORDER));

        deliver(processor.pays(ORDER));

        assertThat(available()).isEqualTo(400);
    }

    @Test
    void readsABodyThatTheGatewayTookForBinary() {
        ordered();
        int paid = processor.pays(ORDER);
        byte[] body = processor.message(paid).body().getBytes(StandardCharsets.UTF_8);

        HttpAnswer answer = driver.http(genuine(paid).base64Body(body));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(available()).isEqualTo(400);
    }

    @Test
    void refusesWhatTheProcessorDidNotSign() {
        ordered();
        String body = processor.message(processor.pays(ORDER)).body();

        assertRefused(event().body(body));
        assertRefused(event().body(body).header(InMemoryPaymentProcessor.SIGNATURE, "forged"));
    }

    // Protects: whoever recorded a message cannot play it again later.
    @Test
    void refusesWhatWasSignedLongAgo() {
        ordered();
        HttpEvent recorded = genuine(processor.pays(ORDER));
        clock.advance(Duration.ofMinutes(6));

        assertRefused(recorded);
    }

    // Protects: a processor that the profile does not name is nobody, whatever it signs.
    @ParameterizedTest
    @ValueSource(strings = {"stripe", "creem", "none", "../till"})
    void refusesAProcessorThatIsNoneOfOurs(String other) {
        ordered();

        assertRefused(genuine(processor.pays(ORDER)).pathParameter("processor", other));
    }

    @Test
    void readsNoEndlessBody() {
        HttpAnswer answer = driver.http(genuine(0).body("x".repeat(256 * 1024 + 1)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body_too_large");
    }

    // Protects: a paid message is acknowledged only with its effect, so it comes again until then.
    @Test
    void isToldAgainUntilItHasItsEffect() {
        ordered();
        int paid = processor.pays(ORDER);
        processor.setBroken(true);
        assertThat(deliver(paid).status()).isEqualTo(503);
        assertThat(available()).isZero();

        processor.setBroken(false);

        assertThat(deliver(paid).status()).isEqualTo(200);
        assertThat(available()).isEqualTo(400);
    }

    // Protects: a message is not lost because nobody knows yet what it speaks of.
    @Test
    void keepsAMessageOfAnOrderThatIsNotKnown() {
        int expired = processor.happens(new PaymentFact.Expired(ORDER, Samples.NOW));

        HttpAnswer answer = deliver(expired);
        deliver(expired);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(kept())
                .singleElement()
                .returns("evt_" + expired, ParkedDelivery::eventId)
                .returns(processor.message(expired).body(), ParkedDelivery::body);
        assertThat(counted).containsEntry("payment_parked", 2L);
    }

    @Test
    void keepsAMessageThatNobodyUnderstands() {
        deliver(processor.happens(new PaymentFact.Unknown("coin.minted", "evt_0")));

        assertThat(kept()).hasSize(1);
        assertThat(counted).isEqualTo(Map.of("payment_parked", 1L));
    }

    @Test
    void asksForTheMessageAgainThatCouldNotBeKept() {
        HandlerDriver full = start(new FullParked());

        int minted = processor.happens(new PaymentFact.Unknown("coin.minted", "evt_0"));

        HttpAnswer answer = full.http(genuine(minted));

        assertThat(answer.status()).isEqualTo(503);
    }

    // Protects the ledger: what was paid but not ordered grants nothing, and somebody is told.
    @Test
    void grantsNothingForWhatWasNotOrderedAndCountsItForTheAlarm() {
        ordered();

        HttpAnswer answer = deliver(processor.pays(ORDER, new Cost(1, "USD")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(available()).isZero();
        assertThat(state()).isEqualTo(OrderState.REVIEW);
        assertThat(counted).isEqualTo(Map.of("payment_mismatch", 1L));
        assertThat(kept()).isEmpty();
    }

    @Test
    void acknowledgesAMessageThatSaysNothingThatMatters() {
        assertThat(deliver(77).status()).isEqualTo(200);
        assertThat(kept()).isEmpty();
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(VARIABLES);

        PaymentWebhookConfig config = PaymentWebhookConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(PaymentWebhookConfig.KEYS);
        assertThat(config.payments().webhookParameter("till")).isEqualTo("payments/till-webhook");
    }

    /** Keeps nothing. */
    private static final class FullParked implements Parked {
        @Override
        public void park(ParkedDelivery delivery) {
            throw new TransientFailure("dynamodb", "out of reach");
        }

        @Override
        public Page<ParkedDelivery> of(String of, int limit, @Nullable String cursor) {
            throw new AssertionError("Nobody looks");
        }

        @Override
        public void remove(ParkedDelivery delivery) {
            throw new AssertionError("Nobody removes");
        }
    }

    private void assertRefused(HttpEvent event) {
        HttpAnswer answer = driver.http(event);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid_signature");
        assertThat(available()).isZero();
        assertThat(kept()).isEmpty();
    }

    private static HttpEvent event() {
        return HttpEvent.read("payment-webhook", "stripe-paid")
                .pathParameter("processor", PaymentSamples.PROCESSOR);
    }

    private HttpEvent genuine(int number) {
        Delivery message = processor.message(number);
        HttpEvent event = event().body(message.body());
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            event = event.header(header.getKey(), header.getValue());
        }
        return event;
    }

    private HttpAnswer deliver(int number) {
        return driver.http(genuine(number));
    }

    private List<ParkedDelivery> kept() {
        return parked.of(PaymentSamples.PROCESSOR, Parked.PAGE_MAX, null).items();
    }

    private OrderState state() {
        return store.orders().find(ORDER).orElseThrow().state();
    }

    private long available() {
        return store.ledger()
                .account(ORDER.account())
                .map(Account::available)
                .map(credits -> credits.amount())
                .orElse(0L);
    }
}
