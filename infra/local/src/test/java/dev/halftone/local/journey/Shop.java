package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio;
import dev.halftone.local.journey.Visitor.Answer;
import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.stripe.Payer;
import dev.halftone.sandbox.work.Mischief;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who buys in the running studio, and the bank that they pay at. */
final class Shop {
    static final Mischief LOST = new Mischief(true, 1, false, Duration.ZERO);

    private final Visitor visitor;
    private final Desk bank;

    Shop(Visitor visitor, LocalStudio studio) {
        this.visitor = visitor;
        this.bank = studio.bank();
    }

    Desk bank() {
        return bank;
    }

    /** What is sold under that name. */
    JsonNode product(String id) {
        for (JsonNode product : visitor.get("/v1/products").body().get("products")) {
            if (product.get("id").asString().equals(id)) {
                return product;
            }
        }
        throw new AssertionError("Nobody sells " + id);
    }

    /** The first product of a kind. */
    String first(String kind) {
        for (JsonNode product : visitor.get("/v1/products").body().get("products")) {
            if (product.get("kind").asString().equals(kind)) {
                return product.get("id").asString();
            }
        }
        throw new AssertionError("Nobody sells a " + kind);
    }

    /** An order whose page is open. */
    JsonNode order(String product) {
        Answer answer = wish(product);
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    Answer wish(String product) {
        return visitor.post(
                "/v1/orders",
                Map.of("product", product, "currency", "USD", "immediateDelivery", true));
    }

    /** Pays on the processor's page. */
    JsonNode paid(String product) {
        JsonNode order = order(product);
        assertThat(bank.pay(session(order), Payer.by(Card.PAYS))).isEmpty();
        return order;
    }

    static String session(JsonNode order) {
        String url = order.get("checkoutUrl").asString();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** What moved the money of an order that was paid once. */
    String payment(JsonNode order) {
        return bank.object(session(order)).path("payment_intent").asString("");
    }

    String subscription(JsonNode order) {
        return bank.object(session(order)).path("subscription").asString("");
    }

    /** The order as it is now. */
    JsonNode look(JsonNode order) {
        return visitor.get("/v1/orders/" + order.get("id").asString()).body();
    }

    JsonNode account() {
        return visitor.get("/v1/account").body();
    }

    long available() {
        return account().get("available").asLong();
    }

    void untilAvailable(long credits) {
        RunningStudio.until("credited " + credits, () -> available() == credits);
    }

    void untilFrozen(boolean frozen) {
        RunningStudio.until(
                "frozen " + frozen, () -> account().get("frozen").asBoolean() == frozen);
    }

    /** What the statement says of money, oldest first: kind, credits and reason. */
    List<String> lines() {
        return visitor.books().lines().reversed().stream()
                .map(
                        line ->
                                "%s %d %s"
                                        .formatted(
                                                line.get("kind").asString(),
                                                line.get("credits").asLong(),
                                                line.path("reason").asString("")))
                .toList();
    }
}
