package dev.halftone.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.creem.CreemCard;
import dev.halftone.sandbox.creem.CreemOffer;
import dev.halftone.sandbox.creem.CreemPayer;
import dev.halftone.sandbox.work.Mischief;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Protects: what is sold at the sandbox's Creem is heard of as Creem would say it. */
final class CreemTest {

    private static final int LOOKS_MAX = 2000;

    @TempDir private Path state;
    private TestSandbox world;
    private EventReceiver product;

    @BeforeEach
    void open() throws Exception {
        world = new TestSandbox(state);
        product = new EventReceiver();
        world.sandbox.creem().deliverTo(product.address());
        world.sandbox
                .creem()
                .offer(new CreemOffer("prod_pack", "Pack", "EUR", 499, null, 20, false));
        world.sandbox.creem().offer(CreemOffer.of("prod_month", "Plan", "EUR", 1000, "month"));
    }

    @AfterEach
    void close() {
        world.close();
        product.close();
    }

    @Test
    void leadsWhoPaysBackToTheProduct() throws Exception {
        String checkout = opened("prod_pack");
        HttpResponse<byte[]> paid =
                page(checkout, "email=ada%40example.test&card=4242+4242+4242+4242&way=card");

        assertThat(paid.statusCode()).isEqualTo(302);
        assertThat(paid.headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/orders/1?checkout_id=" + checkout);
        settle();
        assertThat(types()).containsExactly("checkout.completed");
    }

    // Nothing is charged, and whoever is declined may try another card.
    @Test
    void saysThatACardIsDeclined() throws Exception {
        String checkout = opened("prod_pack");
        HttpResponse<byte[]> declined =
                page(checkout, "email=ada%40example.test&card=4000000000000002&way=card");

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(new String(declined.body(), UTF_8)).contains("declined");
        assertThat(world.sandbox.creem().thing("checkout", checkout).path("status").asString())
                .isEqualTo("pending");
    }

    // A real card typed here by mistake goes nowhere.
    @Test
    void takesNoCardButTheTestNumbers() throws Exception {
        String page =
                new String(
                        page(opened("prod_pack"), "email=a%40b.test&card=5555555555554444&way=card")
                                .body(),
                        UTF_8);

        assertThat(page).contains("takes the numbers below only").doesNotContain("5555");
    }

    // The tax comes on top, and the charge says so.
    @Test
    void chargesTheTax() throws Exception {
        JsonNode order = paid("prod_pack").path("order");
        JsonNode charge =
                json(
                        call(
                                "GET",
                                "transactions?transaction_id="
                                        + order.path("transaction").asString(),
                                ""));

        assertThat(charge.path("amount_paid").asLong()).isEqualTo(598);
        assertThat(charge.path("tax_amount").asLong()).isEqualTo(99);
        assertThat(charge.path("status").asString()).isEqualTo("paid");
    }

    // The order in which a subscription is announced.
    @Test
    void announcesASubscriptionAndItsFirstPeriod() throws Exception {
        paid("prod_month");
        settle();

        assertThat(types())
                .containsExactly("checkout.completed", "subscription.active", "subscription.paid");
    }

    // A full refund by the API, which takes no amount.
    @Test
    void refundsInFull() throws Exception {
        String charge = paid("prod_pack").path("order").path("transaction").asString();
        call("POST", "refunds", "{\"transaction_id\":\"" + charge + "\"}");
        settle();

        JsonNode event = world.sandbox.creem().events("refund.created").getFirst();
        assertThat(event.at("/object/transaction/refunded_amount").asLong()).isEqualTo(598);
        assertThat(event.at("/object/transaction/status").asString()).isEqualTo("refunded");
    }

    // Their lists are walked page by page, the newest first.
    @Test
    void listsTheNewestFirstInPages() throws Exception {
        String first = paid("prod_pack").path("order").path("transaction").asString();
        String second = paid("prod_pack").path("order").path("transaction").asString();
        JsonNode one = json(call("GET", "transactions/search?page_number=1&page_size=1", ""));
        JsonNode two = json(call("GET", "transactions/search?page_number=2&page_size=1", ""));

        assertThat(one.at("/items/0/id").asString()).isEqualTo(second);
        assertThat(one.at("/pagination/next_page").asInt()).isEqualTo(2);
        assertThat(two.at("/items/0/id").asString()).isEqualTo(first);
        assertThat(two.at("/pagination/next_page").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"wrong,'{}',401", "creem_test_here,'{\"product_id\":\"prod_none\"}',404"})
    void refusesAWrongKeyAndAnUnknownProduct(String key, String body, int status) throws Exception {
        assertThat(asked("POST", "checkouts", key, body).statusCode()).isEqualTo(status);
    }

    // What the product sends and Creem would not take must not work here.
    @Test
    void refusesAPropertyThatItDoesNotKnow() throws Exception {
        HttpResponse<byte[]> answer =
                call("POST", "checkouts", "{\"product_id\":\"prod_pack\",\"credits\":400}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/message/0").asString()).contains("credits");
    }

    @ParameterizedTest
    @CsvSource({"a quay,allow", "a quay [flagged],flag", "a quay [unsafe],deny"})
    void judgesPrompts(String prompt, String decision) throws Exception {
        HttpResponse<byte[]> answer =
                call("POST", "moderation/prompt", "{\"prompt\":\"" + prompt + "\"}");

        assertThat(json(answer).path("decision").asString()).isEqualTo(decision);
    }

    // An event that is not accepted comes again.
    @Test
    void bringsAnEventAgainThatWasNotAccepted() throws Exception {
        product.refuse(1);
        paid("prod_pack");
        settle();

        assertThat(types()).containsExactly("checkout.completed", "checkout.completed");
    }

    // A network that loses everything, and the desk that sends it again.
    @Test
    void losesEventsAndBringsThemLater() throws Exception {
        world.sandbox.creem().behave(new Mischief(true, 1, false, Duration.ZERO));
        paid("prod_pack");
        settle();
        assertThat(types()).isEmpty();

        String event =
                world.sandbox.creem().events("checkout.completed").getFirst().path("id").asString();
        world.sandbox.creem().deliverAgain(event);
        settle();
        assertThat(types()).containsExactly("checkout.completed");
    }

    private List<String> types() {
        return product.brought().stream()
                .map(each -> each.event().path("eventType").asString())
                .toList();
    }

    private JsonNode paid(String sold) throws Exception {
        String checkout = opened(sold);
        assertThat(world.sandbox.creem().pay(checkout, CreemPayer.by(CreemCard.PAYS))).isEmpty();
        return json(call("GET", "checkouts?checkout_id=" + checkout, ""));
    }

    private String opened(String sold) throws Exception {
        HttpResponse<byte[]> opened =
                call(
                        "POST",
                        "checkouts",
                        """
                        {"product_id":"%s","request_id":"ours","metadata":{"reference":"ours"},
                         "success_url":"http://localhost:8080/orders/1"}
                        """
                                .formatted(sold));
        assertThat(opened.statusCode()).isEqualTo(200);
        return json(opened).path("id").asString();
    }

    private HttpResponse<byte[]> page(String checkout, String form) throws Exception {
        return world.send(
                world.url("/creem/checkout/" + checkout),
                request ->
                        request.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<byte[]> call(String method, String path, String body) throws Exception {
        return asked(method, path, "creem_test_here", body);
    }

    private HttpResponse<byte[]> asked(String method, String path, String key, String body)
            throws Exception {
        return world.send(
                world.url("/creem/v1/" + path),
                request ->
                        request.header("x-api-key", key)
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return TestSandbox.json(answer);
    }

    private void settle() throws InterruptedException {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (world.sandbox.creem().isIdle()) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("Events are still under way");
    }
}
