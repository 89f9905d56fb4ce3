package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.seal.Checkpoint;
import dev.halftone.core.seal.Signature;
import dev.halftone.core.seal.SignedCheckpoint;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What an account had come to at one line, in the Ledger table.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk AUDITED     up to where it was audited
 *                       sk CHECKPOINT  what stands in place of removed lines, signed
 * </pre>
 *
 * Two, because the first moves every hour, and the second only when lines are removed: the lines
 * that are left begin after it.
 */
final class CheckpointItem {

    private static final String AUDITED = "AUDITED";
    private static final String CHECKPOINT = "CHECKPOINT";
    private static final String NUMBER = "number"; // N, so that it only moves forward
    private static final String IS_FURTHER = "attribute_not_exists(pk) OR #number < :number";

    private CheckpointItem() {}

    static Map<String, AttributeValue> auditedKey(AccountId account) {
        return Attributes.key(AccountItem.pk(account), AUDITED);
    }

    static Map<String, AttributeValue> retainedKey(AccountId account) {
        return Attributes.key(AccountItem.pk(account), CHECKPOINT);
    }

    static Checkpoint read(Map<String, AttributeValue> stored) {
        return Checkpoint.parse(Attributes.ofItem(stored).text(RootItem.TEXT));
    }

    static SignedCheckpoint readSigned(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new SignedCheckpoint(
                read(stored),
                new Signature(item.text(RootItem.KEY_ID), item.text(RootItem.SIGNATURE)));
    }

    static Update audited(String table, Checkpoint checkpoint) {
        return Update.builder()
                .tableName(table)
                .key(auditedKey(checkpoint.head().account()))
                .updateExpression("SET #v = :v, #number = :number, #text = :text")
                .conditionExpression(IS_FURTHER)
                .expressionAttributeNames(
                        Map.of("#v", VERSION, "#number", NUMBER, "#text", RootItem.TEXT))
                .expressionAttributeValues(values(checkpoint))
                .build();
    }

    static Update retained(String table, SignedCheckpoint signed) {
        Map<String, AttributeValue> values = new HashMap<>(values(signed.checkpoint()));
        values.put(":keyId", s(signed.signature().keyId()));
        values.put(":signature", s(signed.signature().value()));
        return Update.builder()
                .tableName(table)
                .key(retainedKey(signed.checkpoint().head().account()))
                .updateExpression(
                        "SET #v = :v, #number = :number, #text = :text, #keyId = :keyId,"
                                + " #signature = :signature")
                .conditionExpression(IS_FURTHER)
                .expressionAttributeNames(
                        Map.of(
                                "#v", VERSION,
                                "#number", NUMBER,
                                "#text", RootItem.TEXT,
                                "#keyId", RootItem.KEY_ID,
                                "#signature", RootItem.SIGNATURE))
                .expressionAttributeValues(values)
                .build();
    }

    private static Map<String, AttributeValue> values(Checkpoint checkpoint) {
        return Map.of(
                ":v", Attributes.version(),
                ":number", n(checkpoint.head().number()),
                ":text", s(checkpoint.text()));
    }
}
