package dev.halftone.bench;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.generation.Generation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as the product writes them, taken from one pair of its own: whoever writes these under
 * other keys writes as many attributes and bytes.
 */
record PlainItems(
        Map<String, AttributeValue> generation,
        Map<String, AttributeValue> ended,
        Map<String, AttributeValue> transfer,
        Map<String, AttributeValue> pending,
        Map<String, AttributeValue> post) {

    private static final List<String> MOVED =
            List.of("state", "stateDetail", "cancelRequested", "revision", "claim");

    static final Map<String, String> GENERATION_NAMES =
            MOVED.stream().collect(Collectors.toMap(name -> "#" + name, name -> name));

    static PlainItems of(DynamoDbClient client, AccountId account, long number) {
        AdapterPairs pairs = new AdapterPairs(client);
        Generation accepted = pairs.submit(account, number, 1);
        String id = accepted.id().value();
        String pk = "ACCOUNT#" + account;
        Map<String, AttributeValue> generation = read(client, Tables.STUDIO, id);
        Map<String, AttributeValue> transfer = read(client, pk, "PENDING#" + id, Tables.LEDGER);
        pairs.post(accepted);
        return new PlainItems(
                generation,
                read(client, Tables.STUDIO, id),
                transfer,
                read(client, pk, "JOURNAL#PENDING#" + id, Tables.LEDGER),
                read(client, pk, "JOURNAL#POST#" + id, Tables.LEDGER));
    }

    private static Map<String, AttributeValue> read(
            DynamoDbClient client, String table, String generation) {
        return read(client, "GENERATION#" + generation, "GENERATION", table);
    }

    private static Map<String, AttributeValue> read(
            DynamoDbClient client, String pk, String sk, String table) {
        return client.getItem(get -> get.tableName(table).key(PlainPairs.key(pk, sk))).item();
    }

    static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromM(Map.of())).m();
    }

    Map<String, AttributeValue> generation(AccountId account, String id) {
        Map<String, AttributeValue> item = new HashMap<>(generation);
        item.put("pk", fromS("GENERATION#" + id));
        item.put("accountId", fromS(account.value()));
        item.put("historyOrder", fromS("1762084800000#" + id));
        return item;
    }

    Map<String, AttributeValue> transfer(AccountId account, String id) {
        Map<String, AttributeValue> item = new HashMap<>(transfer);
        item.put("pk", fromS("ACCOUNT#" + account));
        item.put("sk", fromS("PENDING#" + id));
        return item;
    }

    Map<String, AttributeValue> pending(AccountId account, String id) {
        return line(pending, account, "JOURNAL#PENDING#" + id, id);
    }

    Map<String, AttributeValue> post(AccountId account, String id) {
        return line(post, account, "JOURNAL#POST#" + id, id);
    }

    private static Map<String, AttributeValue> line(
            Map<String, AttributeValue> sample, AccountId account, String key, String id) {
        Map<String, AttributeValue> item = new HashMap<>(sample);
        item.put("pk", fromS("ACCOUNT#" + account));
        item.put("sk", fromS(key));
        item.put("statementOrder", fromS("1762084800000#" + key));
        item.put("subject", fromS(id));
        return item;
    }

    /** Everything that the end of a generation sets, and what it was before. */
    Map<String, AttributeValue> moved() {
        return Stream.concat(
                        MOVED.stream().map(name -> Map.entry(":" + name, value(ended, name))),
                        Stream.of("revision", "state")
                                .map(
                                        name ->
                                                Map.entry(
                                                        ":" + name + "Seen",
                                                        value(generation, name))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Map<String, AttributeValue> posted() {
        return Map.of(
                ":s", fromS("POSTED"),
                ":at", value(post, "at"),
                ":c", AttributeValue.fromN("1"),
                ":seen", fromS("PENDING"));
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromNul(true));
    }
}
