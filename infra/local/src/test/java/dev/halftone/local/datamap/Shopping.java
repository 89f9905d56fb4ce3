package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.sandbox.stripe.Card;
import dev.halftone.sandbox.stripe.Desk;
import dev.halftone.sandbox.stripe.Payer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Buys in every way that there is, and lets go wrong what can. */
final class Shopping {
    private static final String LEDGER = "halftone-LedgerTable";
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Visitor visitor;
    private final Desk bank;
    private final DynamoDbClient tables;

    Shopping(Visitor visitor, Desk bank, DynamoDbClient tables) {
        this.visitor = visitor;
        this.bank = bank;
        this.tables = tables;
    }

    void go() {
        assertThat(visitor.get("/v1/products").status()).isEqualTo(200);
        JsonNode pack = order("pack-small");
        pay(pack, "paid");
        String id = pack.get("id").asString();
        assertThat(visitor.get("/v1/orders/" + id + "/receipt").status()).isEqualTo(200);
        assertThat(visitor.post("/v1/billing-portal", Map.of()).status()).isEqualTo(200);
        String payment = bank.object(session(pack)).path("payment_intent").asString("");
        bank.refund(payment, 100);
        bank.close(bank.dispute(payment, false), true);
        pay(order("plus-monthly"), "paid");
        overcharge();
        forgetTheOrder();
        until("heard", bank::isIdle);
    }

    /** Something else is charged than was ordered. */
    private void overcharge() {
        JsonNode order = order("pack-small");
        Map<String, AttributeValue> item = new HashMap<>(item(order));
        item.put("priceMinor", AttributeValue.fromN("1"));
        tables.putItem(put -> put.tableName(LEDGER).item(item));
        pay(order, "review");
    }

    /** A message tells of an order that nobody knows. */
    private void forgetTheOrder() {
        JsonNode order = order("pack-small");
        Map<String, AttributeValue> item = item(order);
        tables.deleteItem(
                delete ->
                        delete.tableName(LEDGER)
                                .key(Map.of("pk", get(item, "pk"), "sk", get(item, "sk"))));
        assertThat(bank.pay(session(order), Payer.by(Card.PAYS))).isEmpty();
    }

    private Map<String, AttributeValue> item(JsonNode order) {
        String sort = "ORDER#" + order.get("id").asString();
        return tables.scanPaginator(scan -> scan.tableName(LEDGER)).items().stream()
                .filter(item -> sort.equals(get(item, "sk").s()))
                .findFirst()
                .orElseThrow();
    }

    private static AttributeValue get(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromNul(true));
    }

    private JsonNode order(String product) {
        Visitor.Answer answer =
                visitor.post(
                        "/v1/orders",
                        Map.of("product", product, "currency", "USD", "immediateDelivery", true));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private void pay(JsonNode order, String state) {
        assertThat(bank.pay(session(order), Payer.by(Card.PAYS))).isEmpty();
        String path = "/v1/orders/" + order.get("id").asString();
        until(state, () -> visitor.get(path).json().path("state").asString("").equals(state));
    }

    private static String session(JsonNode order) {
        String url = order.get("checkoutUrl").asString();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void until(String what, BooleanSupplier happened) {
        Instant giveUp = Instant.now().plus(WAIT_MAX);
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(giveUp);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
