package dev.halftone.bench;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.halftone.core.account.AccountId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The least that the same would cost by hand: the same reads, the same transactions over items of
 * the same size under the same conditions, and nothing understood of what comes back.
 */
final class PlainPairs implements Pairs {

    private static final String NEW = "attribute_not_exists(pk)";
    private static final String TAKE =
            "SET #e = #e + :1, #a = #a - :n, #p = #p + :n, #b.#g.#r = #b.#g.#r - :n";
    private static final String HAS =
            "attribute_exists(pk) AND #a >= :n AND attribute_not_exists(#f) AND #d = :0"
                    + " AND #b.#g.#r >= :n";
    private static final String CHARGE = "SET #e = #e + :1, #p = #p - :n, #u = #u + :n";
    private static final String IS_PENDING = "attribute_exists(pk) AND #p >= :n";
    private static final String MOVE =
            "SET #state = :state, #stateDetail = :stateDetail, #cancelRequested = :cancelRequested,"
                    + " #revision = :revision, #claim = :claim REMOVE dueShard, dueAt, stage";
    private static final String UNMOVED = "#revision = :revisionSeen AND #state = :stateSeen";

    private static final Map<String, AttributeValue> ONE =
            Map.of(":1", number("1"), ":n", number("1"), ":0", number("0"));

    private final DynamoDbClient client;
    private final PlainItems items;

    PlainPairs(DynamoDbClient client, PlainItems items) {
        this.client = client;
        this.items = items;
    }

    @Override
    public void run(AccountId account, long number) {
        String id = "gen_%032x".formatted(number);
        Map<String, AttributeValue> accountKey = key("ACCOUNT#" + account, "ACCOUNT");
        Map<String, AttributeValue> generationKey = key("GENERATION#" + id, "GENERATION");
        Map<String, AttributeValue> transferKey = key("ACCOUNT#" + account, "PENDING#" + id);
        String grant = grant(generationKey, accountKey);
        client.transactWriteItems(
                write ->
                        write.transactItems(
                                put(Tables.STUDIO, items.generation(account, id)),
                                put(Tables.LEDGER, items.transfer(account, id)),
                                update(Tables.LEDGER, accountKey, TAKE, HAS, take(grant), ONE),
                                put(Tables.LEDGER, items.pending(account, id))));
        client.getItem(get -> get.tableName(Tables.LEDGER).key(transferKey).consistentRead(true));
        client.transactWriteItems(
                write ->
                        write.transactItems(
                                move(generationKey),
                                end(transferKey),
                                charge(accountKey),
                                put(Tables.LEDGER, items.post(account, id))));
    }

    private String grant(
            Map<String, AttributeValue> generationKey, Map<String, AttributeValue> accountKey) {
        Map<String, AttributeValue> seen =
                client.transactGetItems(
                                get ->
                                        get.transactItems(
                                                get(Tables.STUDIO, generationKey),
                                                get(Tables.LEDGER, accountKey)))
                        .responses()
                        .getLast()
                        .item();
        return PlainItems.map(seen, "buckets").keySet().iterator().next();
    }

    private TransactWriteItem move(Map<String, AttributeValue> key) {
        return update(
                Tables.STUDIO, key, MOVE, UNMOVED, PlainItems.GENERATION_NAMES, items.moved());
    }

    private TransactWriteItem end(Map<String, AttributeValue> key) {
        return update(
                Tables.LEDGER,
                key,
                "SET #s = :s, #at = :at, #c = :c",
                "#s = :seen",
                Map.of("#s", "state", "#at", "endedAt", "#c", "charged"),
                items.posted());
    }

    private static TransactWriteItem charge(Map<String, AttributeValue> key) {
        return update(
                Tables.LEDGER,
                key,
                CHARGE,
                IS_PENDING,
                Map.of("#e", "entries", "#p", "pending", "#u", "used"),
                Map.of(":1", number("1"), ":n", number("1")));
    }

    private static Map<String, String> take(String grant) {
        Map<String, String> names = new HashMap<>();
        names.put("#e", "entries");
        names.put("#a", "available");
        names.put("#p", "pending");
        names.put("#f", "freezes");
        names.put("#d", "debt");
        names.put("#b", "buckets");
        names.put("#g", grant);
        names.put("#r", "r");
        return names;
    }

    private static AttributeValue number(String number) {
        return AttributeValue.fromN(number);
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", fromS(pk), "sk", fromS(sk));
    }

    private static TransactGetItem get(String table, Map<String, AttributeValue> key) {
        return TransactGetItem.builder().get(get -> get.tableName(table).key(key)).build();
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(
                        put ->
                                put.tableName(table)
                                        .item(item)
                                        .conditionExpression(NEW)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static TransactWriteItem update(
            String table,
            Map<String, AttributeValue> key,
            String expression,
            String condition,
            Map<String, String> names,
            Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(key)
                                        .updateExpression(expression)
                                        .conditionExpression(condition)
                                        .expressionAttributeNames(names)
                                        .expressionAttributeValues(values)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }
}
