package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.work.Mischief;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Goal: what is paid is granted, what goes back is taken back, and each line says why. Method:
 * somebody buys in the whole product, from a processor that is played by the sandbox.
 */
class PaymentIT {
    private static final long WELCOME = 25;

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();
    private final Shop shop = new Shop(visitor, RunningStudio.get());
    private final String pack = shop.first("pack");
    private final long credits = shop.product(pack).get("credits").asLong();

    @AfterEach
    void behave() {
        shop.bank().behave(Mischief.NONE);
    }

    // Protects: every line of the statement tells what happened to the money.
    @Test
    void explainsAPurchaseAPartialRefundAndADisputeThatIsWon() {
        JsonNode order = shop.paid(pack);
        shop.untilAvailable(WELCOME + credits);
        JsonNode paid = shop.look(order);
        long total = paid.at("/payment/totalMinor").asLong();
        shop.bank().refund(shop.payment(order), total / 2);
        long back = Math.ceilDiv(credits * (total / 2), total);
        shop.untilAvailable(WELCOME + credits - back);
        String dispute = shop.bank().dispute(shop.payment(order), false);
        shop.untilFrozen(true);
        assertThat(shop.wish(pack).body().get("code").asString()).isEqualTo("account_frozen");
        shop.bank().close(dispute, true);
        shop.untilFrozen(false);

        assertThat(shop.lines())
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactly("grant", "grant", "revoke", "freeze", "thaw");
        assertThat(shop.available()).isEqualTo(WELCOME + credits - back);
        JsonNode after = shop.look(order);
        assertThat(after.at("/payment/refundedMinor").asLong()).isEqualTo(total / 2);
        assertThat(after.at("/payment/revoked").asLong()).isEqualTo(back);
        assertThat(after.at("/payment/dispute").asString()).isEqualTo("won");
    }

    // Protects: each period is granted once, and the plan follows what is paid for.
    @Test
    void grantsASubscriptionPeriodByPeriod() {
        String product = shop.first("subscription");
        JsonNode offered = shop.product(product);
        JsonNode order = shop.paid(product);
        long each = offered.get("credits").asLong();
        shop.untilAvailable(WELCOME + each);

        shop.bank().nextPeriod(shop.subscription(order));

        shop.untilAvailable(WELCOME + 2 * each);
        assertThat(shop.look(order).get("state").asString()).isEqualTo("paid");
        assertThat(visitor.get("/v1/me").body().at("/subscription/plan").asString())
                .isEqualTo(offered.get("plan").asString());
        assertThat(visitor.post("/v1/billing-portal", Map.of()).code()).isEqualTo(200);
    }

    // Protects whoever paid while every message was lost: by returning, or within the hour.
    @Test
    void healsByALookAndByReconciliationWhatNoMessageSaid() {
        shop.bank().behave(Shop.LOST);
        JsonNode looked = shop.paid(pack);
        JsonNode left = shop.paid(pack);
        assertThat(shop.available()).isEqualTo(WELCOME);

        assertThat(shop.look(looked).get("state").asString()).isEqualTo("paid");
        assertThat(shop.available()).isEqualTo(WELCOME + credits);
        studio.reconcile();
        studio.reconcile();

        assertThat(shop.available()).isEqualTo(WELCOME + 2 * credits);
        assertThat(shop.look(left).get("state").asString()).isEqualTo("paid");
    }

    // Protects cards: what is typed at the processor is neither stored nor logged by us.
    @Test
    void keepsNoNumberOfACardInAnyStoreOrLog() throws Exception {
        List<String> lines;
        try (FunctionLog log = new FunctionLog()) {
            JsonNode order = shop.order(pack);
            typeACard(URI.create(order.get("checkoutUrl").asString()));
            shop.untilAvailable(WELCOME + credits);
            shop.look(order);
            visitor.file("/v1/orders/" + order.get("id").asString() + "/receipt");
            lines = log.lines();
        }

        assertThat(lines).isNotEmpty();
        assertThat(lines).flatMap(CardNumbers::in).isEmpty();
        List<String> items = studio.items();
        assertThat(items).hasSizeGreaterThan(10);
        assertThat(items).flatMap(CardNumbers::in).isEmpty();
    }

    private static void typeACard(URI page) throws Exception {
        String form =
                "email="
                        + URLEncoder.encode("payer@example.org", StandardCharsets.UTF_8)
                        + "&card=4242+4242+4242+4242&way=card";
        try (HttpClient browser = HttpClient.newHttpClient()) {
            int status =
                    browser.send(
                                    HttpRequest.newBuilder(page)
                                            .header(
                                                    "Content-Type",
                                                    "application/x-www-form-urlencoded")
                                            .POST(HttpRequest.BodyPublishers.ofString(form))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            assertThat(status).isIn(302, 303);
        }
    }
}
