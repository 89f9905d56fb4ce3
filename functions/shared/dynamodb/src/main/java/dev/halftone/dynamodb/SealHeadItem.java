package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.DueHead;
import dev.halftone.core.seal.DueHead.Stage;
import dev.halftone.core.seal.Head;
import dev.halftone.core.seal.Root;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How far an account's chain goes, in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk SEALHEAD
 * index sealing: sealStage SIGN#&lt;0 to 15&gt; or AUDIT#&lt;0 to 15&gt;, sealStageSince; absent once audited
 * </pre>
 *
 * Sealing makes it due to be signed, signing to be audited, and auditing takes it out; the last two
 * only as long as the number is the one that they saw.
 */
final class SealHeadItem {

    static final String INDEX = "sealing";
    static final String STAGE = "sealStage"; // S, optional
    static final String SINCE = "sealStageSince"; // N, epoch millis, optional
    static final String SIGNED = "signedNumber"; // N, how far the root covers it, optional
    static final String ROOT = "rootNumber"; // N, optional
    static final String TREE = "rootTree"; // S, optional

    private static final String NUMBER = "number"; // N
    private static final String HASH = "hash"; // S
    private static final String SORT = "SEALHEAD";
    private static final String IS_NEWER =
            "(attribute_not_exists(#root) OR (#root < :root AND #signed <= :number))";

    private SealHeadItem() {}

    static Map<String, AttributeValue> key(AccountId account) {
        return Attributes.key(AccountItem.pk(account), SORT);
    }

    static boolean is(Map<String, AttributeValue> item) {
        return s(SORT).equals(item.get(SK));
    }

    static Head read(AccountId account, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Head(account, item.number(NUMBER), item.text(HASH));
    }

    /** From the index, which holds what is needed to sign. */
    static DueHead readDue(Map<String, AttributeValue> stored) {
        Attributes item = new Attributes(stored);
        AccountId account = AccountItem.id(item.text(PK));
        String hash = item.text(HASH);
        // What is no hash must not keep the others of its shard from their turn. The audit finds it
        // for it fits no chain.
        return new DueHead(
                new Head(account, item.number(NUMBER), Head.isHash(hash) ? hash : Root.NO_PREVIOUS),
                Instant.ofEpochMilli(item.number(SINCE)));
    }

    static QueryRequest.Builder due(String table, Stage stage, int shard) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(INDEX)
                .keyConditionExpression("sealStage = :stage")
                .expressionAttributeValues(Map.of(":stage", stage(stage, shard)));
    }

    /** Where the index goes on after a head. */
    static Map<String, AttributeValue> indexKey(Stage stage, DueHead due) {
        Map<String, AttributeValue> key = new HashMap<>(key(due.head().account()));
        key.put(STAGE, stage(stage, due.head().account()));
        key.put(SINCE, n(due.since().toEpochMilli()));
        return key;
    }

    private static AttributeValue stage(Stage stage, AccountId account) {
        return stage(stage, DueHead.shard(account));
    }

    private static AttributeValue stage(Stage stage, int shard) {
        return s(stage.name() + "#" + shard);
    }

    /** The first lines of a chain. */
    static TransactWriteItem open(String table, Head after, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>(key(after.account()));
        item.put(VERSION, Attributes.version());
        item.put(NUMBER, n(after.number()));
        item.put(HASH, s(after.hash()));
        item.put(STAGE, stage(Stage.SIGN, after.account()));
        item.put(SINCE, n(now.toEpochMilli()));
        return Actions.putNew(table, item);
    }

    /** Further lines, unless the chain has grown since it was read. */
    static TransactWriteItem move(
            String table, Map<String, AttributeValue> seen, Head after, Instant now) {
        Attributes before = Attributes.ofItem(seen);
        AttributeValue stage = stage(Stage.SIGN, after.account());
        boolean waits = stage.equals(seen.get(STAGE));
        return Actions.update(
                update(table, after.account())
                        .updateExpression(
                                "SET #number = :number, #hash = :hash, #stage = :stage,"
                                        + " #since = :since")
                        .conditionExpression("#number = :seen AND #hash = :before")
                        .expressionAttributeNames(
                                Map.of(
                                        "#number", NUMBER,
                                        "#hash", HASH,
                                        "#stage", STAGE,
                                        "#since", SINCE))
                        .expressionAttributeValues(
                                Map.of(
                                        ":number", n(after.number()),
                                        ":hash", s(after.hash()),
                                        ":seen", n(before.number(NUMBER)),
                                        ":before", s(before.text(HASH)),
                                        ":stage", stage,
                                        ":since",
                                                waits
                                                        ? n(before.number(SINCE))
                                                        : n(now.toEpochMilli())))
                        .build());
    }

    /** A root covers it as it stands, so it is next to be audited. */
    static Update signed(String table, Head head, Root root, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(values(head, root));
        values.put(":sign", stage(Stage.SIGN, head.account()));
        values.put(":audit", stage(Stage.AUDIT, head.account()));
        values.put(":since", n(now.toEpochMilli()));
        Map<String, String> names = new HashMap<>(names());
        names.put("#stage", STAGE);
        names.put("#since", SINCE);
        names.put("#number", NUMBER);
        return update(table, head.account())
                .updateExpression(
                        "SET #signed = :number, #root = :root, #tree = :tree, #stage = :audit,"
                                + " #since = :since")
                .conditionExpression("#number = :number AND #stage = :sign AND " + IS_NEWER)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    /** A root covers what it was; it waits as before. */
    static Update covered(String table, Head head, Root root) {
        return update(table, head.account())
                .updateExpression("SET #signed = :number, #root = :root, #tree = :tree")
                .conditionExpression("attribute_exists(pk) AND " + IS_NEWER)
                .expressionAttributeNames(names())
                .expressionAttributeValues(values(head, root))
                .build();
    }

    private static Map<String, String> names() {
        return Map.of("#signed", SIGNED, "#root", ROOT, "#tree", TREE);
    }

    private static Map<String, AttributeValue> values(Head head, Root root) {
        return Map.of(
                ":number", n(head.number()),
                ":root", n(root.number()),
                ":tree", s(root.tree()));
    }

    static Update audited(String table, Head head) {
        return update(table, head.account())
                .updateExpression("REMOVE #stage, #since")
                .conditionExpression("#number = :number AND #stage = :audit")
                .expressionAttributeNames(
                        Map.of("#number", NUMBER, "#stage", STAGE, "#since", SINCE))
                .expressionAttributeValues(
                        Map.of(
                                ":number", n(head.number()),
                                ":audit", stage(Stage.AUDIT, head.account())))
                .build();
    }

    private static Update.Builder update(String table, AccountId account) {
        return Update.builder()
                .tableName(table)
                .key(key(account))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }
}
