package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Payer;
import dev.halftone.sandbox.stripe.StripePrice;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Protects: what the sandbox's Stripe takes is what Stripe takes, and what it says has its shape.
 */
final class StripeApiTest {

    private static final Map<String, String> PACK =
            Map.of(
                    "mode", "payment",
                    "client_reference_id", "order-1",
                    "line_items[0][price]", "price_pack",
                    "line_items[0][quantity]", "1",
                    "metadata[order]", "order-1",
                    "success_url", "http://localhost:8080/orders/1?s={CHECKOUT_SESSION_ID}");

    @TempDir private Path state;
    private TestSandbox world;

    @BeforeEach
    void open() {
        world = new TestSandbox(state);
        world.sandbox.stripe().offer(new StripePrice("price_pack", "Pack", "EUR", 499, null));
        world.sandbox.stripe().offer(new StripePrice("price_plus", "Plus", "EUR", 1000, "month"));
        world.sandbox.stripe().offer(new StripePrice("price_pro", "Pro", "EUR", 2000, "month"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void refusesEveryKeyButItsOwn() throws Exception {
        HttpResponse<byte[]> refused =
                world.call("GET", "/stripe/v1/events", "Bearer sk_test_other", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(error(refused).path("type").asString()).isEqualTo("invalid_request_error");
    }

    // A parameter that Stripe would refuse must not pass here.
    @Test
    void refusesAParameterItDoesNotKnow() throws Exception {
        Map<String, String> odd = with(PACK, "payment_method_types[0]", "card");
        HttpResponse<byte[]> refused = post("checkout/sessions", odd, "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).path("code").asString()).isEqualTo("parameter_unknown");
        assertThat(error(refused).path("param").asString()).isEqualTo("payment_method_types[0]");
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() throws Exception {
        JsonNode first = TestSandbox.json(post("checkout/sessions", PACK, "key-1"));
        JsonNode again = TestSandbox.json(post("checkout/sessions", PACK, "key-1"));
        assertThat(again).isEqualTo(first);
        assertThat(TestSandbox.json(get("checkout/sessions")).path("data")).hasSize(1);
    }

    @Test
    void refusesARepeatedKeyWithOtherParameters() throws Exception {
        post("checkout/sessions", PACK, "key-1");
        HttpResponse<byte[]> refused =
                post("checkout/sessions", with(PACK, "client_reference_id", "order-2"), "key-1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused).path("type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void keepsWhatTheProductSaidOfAnOrderWithItsPayment() throws Exception {
        String session = session(with(PACK, "payment_intent_data[metadata][order]", "order-1"));
        world.sandbox.stripe().pay(session, Payer.by(Card.PAYS));

        JsonNode paid =
                TestSandbox.json(get("checkout/sessions/" + session + "?expand[]=payment_intent"));
        assertThat(paid.path("payment_status").asString()).isEqualTo("paid");
        assertThat(paid.path("client_reference_id").asString()).isEqualTo("order-1");
        assertThat(paid.path("payment_intent").path("metadata").path("order").asString())
                .isEqualTo("order-1");
        assertThat(paid.toString()).doesNotContain("~").doesNotContain("4242424242424242");
    }

    // The invoice of a period names its subscription under "parent", and its payment nowhere.
    @Test
    void writesTheInvoiceOfASubscriptionInItsPresentShape() throws Exception {
        JsonNode invoice = subscribed().path(0);
        assertThat(invoice.path("billing_reason").asString()).isEqualTo("subscription_create");
        assertThat(invoice.path("parent").path("subscription_details").path("metadata").toString())
                .isEqualTo("{\"order\":\"order-1\"}");
        assertThat(invoice.has("payment_intent")).isFalse();
        JsonNode payment =
                TestSandbox.json(get("invoice_payments?invoice=" + invoice.path("id").asString()));
        assertThat(payment.at("/data/0/payment/payment_intent").asString()).startsWith("pi_");
    }

    // What is left of the old plan is given back, what is left of the new one is charged.
    @Test
    void chargesAnUpgradeForTheRestOfThePeriod() throws Exception {
        String subscription =
                subscribed().at("/0/parent/subscription_details/subscription").asString();
        world.clock.turn(Duration.ofDays(15));
        world.sandbox.stripe().changePrice(subscription, "price_pro");

        JsonNode invoice = invoices().path(0);
        assertThat(invoice.path("billing_reason").asString()).isEqualTo("subscription_update");
        assertThat(invoice.path("amount_paid").asLong()).isEqualTo(500);
        assertThat(invoice.at("/lines/data/0/amount").asLong()).isEqualTo(-500);
        assertThat(
                        invoice.at("/lines/data/1/parent/subscription_item_details/proration")
                                .asBoolean())
                .isTrue();
    }

    // The sandbox is closed and opened again between two looks at a payment.
    @Test
    void remembersPaymentsOverARestart() throws Exception {
        String session = session(PACK);
        world.sandbox.stripe().pay(session, Payer.by(Card.PAYS));
        world.close();
        world = new TestSandbox(state);
        assertThat(world.sandbox.stripe().object(session).path("payment_status").asString())
                .isEqualTo("paid");
    }

    private JsonNode subscribed() throws Exception {
        String session =
                session(
                        Map.of(
                                "mode", "subscription",
                                "line_items[0][price]", "price_plus",
                                "subscription_data[metadata][order]", "order-1",
                                "success_url", "http://localhost:8080/"));
        world.sandbox.stripe().pay(session, Payer.by(Card.PAYS));
        return invoices();
    }

    private JsonNode invoices() throws Exception {
        return TestSandbox.json(get("invoices")).path("data");
    }

    private String session(Map<String, String> fields) throws Exception {
        return TestSandbox.json(post("checkout/sessions", fields, "")).path("id").asString();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return world.call(
                "GET",
                "/stripe/v1/" + path.replace("[", "%5B").replace("]", "%5D"),
                "Bearer sk_test_here",
                "");
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> fields, String key)
            throws Exception {
        String body =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        URLEncoder.encode(field.getKey(), UTF_8)
                                                + "="
                                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return world.send(
                world.url("/stripe/v1/" + path),
                request -> {
                    request.header("Authorization", "Bearer sk_test_here")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body));
                    if (!key.isEmpty()) {
                        request.header("Idempotency-Key", key);
                    }
                });
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static JsonNode error(HttpResponse<byte[]> refused) {
        return TestSandbox.json(refused).path("error");
    }
}
