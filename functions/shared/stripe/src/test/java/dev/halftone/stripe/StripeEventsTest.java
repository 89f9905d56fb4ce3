package dev.halftone.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.account.Language;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects: no kind of event is believed that Stripe did not send, just now and in our mode. */
final class StripeEventsTest {

    private static final String SECRET = "whsec_of_the_sandbox";
    private static final URI BACK = URI.create("http://localhost:8080/");

    private static final String REST =
            "\"livemode\":false,\"data\":{\"object\":{\"id\":\"x_1\",\"object\":\"x\"}}}";

    @TempDir private Path folder;
    private SandboxStripe sandbox;
    private StripeProcessor processor;

    @BeforeEach
    void open() {
        sandbox = new SandboxStripe(folder, new MutableClock(Samples.NOW), SECRET);
        processor = sandbox.processor(SandboxStripe.KEY, SECRET);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    // Each kind of event we subscribe to, as it is really sent, in every way that it can be wrong.
    @Test
    void refusesEveryKindOfEventThatIsNotAsItWasSent() {
        List<Delivery> corpus = everyKind();
        Map<UnaryOperator<Delivery>, Reason> wrongs =
                Map.of(
                        sent -> new Delivery(Map.of(), sent.body(), sent.now()), Reason.UNSIGNED,
                        sent -> body(sent, sent.body().replaceFirst("evt_", "evt-")), Reason.FORGED,
                        sent -> body(sent, sent.body().replaceAll("\\s", "")), Reason.FORGED,
                        sent -> body(sent, base64(sent.body())), Reason.FORGED,
                        sent -> later(sent, Duration.ofSeconds(301)), Reason.STALE,
                        sent -> later(sent, Duration.ofSeconds(-301)), Reason.FUTURE);
        assertThat(corpus)
                .allSatisfy(
                        sent ->
                                wrongs.forEach(
                                        (wrong, reason) ->
                                                assertThat(processor.read(wrong.apply(sent)))
                                                        .isEqualTo(
                                                                new DeliveryOutcome.Refused(
                                                                        reason))));
    }

    @Test
    void believesEveryKindOfEventAsItWasSent() {
        assertThat(everyKind())
                .allSatisfy(
                        sent -> {
                            DeliveryOutcome outcome = processor.read(sent);
                            assertThat(outcome).isInstanceOf(DeliveryOutcome.Verified.class);
                            assertThat(((DeliveryOutcome.Verified) outcome).facts())
                                    .noneMatch(PaymentFact.Unknown.class::isInstance);
                        });
    }

    // A test purchase must not buy anything where money moves.
    @Test
    void refusesAnEventOfTheTestModeWhereMoneyMoves() {
        sandbox.pay(checkout(1, sandbox.pack()));
        Delivery sent = sandbox.deliveries().getFirst();
        assertThat(sandbox.processor("sk_live_elsewhere", SECRET).read(sent))
                .isEqualTo(new DeliveryOutcome.Refused(Reason.OTHER_MODE));
        assertThat(sandbox.processor("rk_live_elsewhere", SECRET).read(sent))
                .isEqualTo(new DeliveryOutcome.Refused(Reason.OTHER_MODE));
    }

    // A function whose secret was forgotten believes nobody, in whatever mode.
    @Test
    void believesNobodyWhereTheSecretIsMissing() {
        sandbox.pay(checkout(1, sandbox.pack()));
        Delivery sent = sandbox.deliveries().getFirst();
        StripeProcessor forgetful =
                new StripeProcessor(
                        new StripeSetting(
                                sandbox.api(),
                                () -> new SecretText(SandboxStripe.KEY),
                                () -> {
                                    throw new PermanentFailure("ssm", "no such parameter");
                                },
                                new MutableClock(Samples.NOW)));
        assertThat(forgetful.read(sent)).isEqualTo(new DeliveryOutcome.Refused(Reason.NO_SECRET));
    }

    @Test
    void keepsAKindOfEventThatItDoesNotKnow() {
        assertThat(
                        signed(
                                "{\"id\":\"evt_1\",\"type\":\"radar.early_fraud_warning.created\","
                                        + REST))
                .isEqualTo(
                        new DeliveryOutcome.Verified(
                                "evt_1",
                                "radar.early_fraud_warning.created",
                                List.of(
                                        new PaymentFact.Unknown(
                                                "radar.early_fraud_warning.created", "evt_1"))));
    }

    // Stripe tells of one payment in several ways; one of them is enough.
    @Test
    void saysNothingTwiceOfOnePayment() {
        assertThat(signed("{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\"," + REST))
                .isEqualTo(
                        new DeliveryOutcome.Verified(
                                "evt_1", "payment_intent.succeeded", List.of()));
    }

    @Test
    void refusesASignedTextThatIsNoEvent() {
        for (String text : List.of("", "[]", "{}", "{\"id\":7,\"data\":null}", "no JSON")) {
            assertThat(signed(text)).isEqualTo(new DeliveryOutcome.Refused(Reason.UNREADABLE));
        }
    }

    private DeliveryOutcome signed(String body) {
        try {
            String header =
                    com.stripe.net.Webhook.Signature.generateSignatureHeader(
                            body, SECRET, Samples.NOW.getEpochSecond());
            return processor.read(
                    new Delivery(Map.of("stripe-signature", header), body, Samples.NOW));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    /** A life in which every kind of event is sent that we subscribe to. */
    private List<Delivery> everyKind() {
        Checkout pack = checkout(1, sandbox.pack());
        sandbox.pay(pack);
        PaymentReference payment = payment(pack);
        sandbox.refund(payment, 100);
        sandbox.failRefund();
        sandbox.dispute(payment, false);
        sandbox.decide(false);
        Checkout slow = checkout(2, sandbox.pack());
        sandbox.paySlowly(slow);
        sandbox.settle(slow, true);
        Checkout failed = checkout(3, sandbox.pack());
        sandbox.paySlowly(failed);
        sandbox.settle(failed, false);
        sandbox.expire(checkout(4, sandbox.pack()));
        Checkout subscribed = checkout(5, sandbox.subscription());
        sandbox.pay(subscribed);
        SubscriptionReference subscription =
                new SubscriptionReference("stripe", field(subscribed, "subscription"));
        sandbox.renew(subscription);
        sandbox.failToRenew(subscription);
        sandbox.desk().end(subscription.value());
        List<Delivery> corpus = new ArrayList<>(sandbox.deliveries());
        // Nothing that we subscribe to is left out; an updated dispute looks like a closed one.
        assertThat(corpus.stream().map(StripeEventsTest::type))
                .containsAll(
                        EventFacts.TYPES.stream()
                                .filter(type -> !type.equals("charge.dispute.updated"))
                                .toList());
        return corpus;
    }

    private static String type(Delivery sent) {
        return Said.parse(sent.body()).orElseThrow().type();
    }

    private PaymentReference payment(Checkout checkout) {
        return new PaymentReference("stripe", field(checkout, "payment_intent"));
    }

    private String field(Checkout checkout, String name) {
        return sandbox.desk().field(checkout.session(), name);
    }

    private Checkout checkout(int number, Purchase purchase) {
        return processor.open(
                new CheckoutRequest(
                        new OrderReference(
                                Samples.accountId(number),
                                new OrderId("ord_%032x".formatted(number))),
                        purchase,
                        new ProcessorTerms("stripe", false, true),
                        Language.EN,
                        null,
                        null,
                        BACK,
                        BACK));
    }

    private static Delivery body(Delivery sent, String body) {
        return new Delivery(sent.headers(), body, sent.now());
    }

    private static Delivery later(Delivery sent, Duration by) {
        return new Delivery(sent.headers(), sent.body(), sent.now().plus(by));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
