package dev.halftone.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The commonest actions of a transaction. */
final class Actions {

    private Actions() {}

    static TransactWriteItem putNew(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(
                        put ->
                                put.tableName(table)
                                        .item(item)
                                        .conditionExpression(Tables.NOT_EXISTS)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * Writes an item over the one that was seen, or where none was.
     *
     * @param counter the attribute that counts how often it was written
     * @param seen its value as it was seen; 0 if there was no item
     */
    static TransactWriteItem putSeen(
            String table, Map<String, AttributeValue> item, String counter, long seen) {
        return seen == 0
                ? putNew(table, item)
                : TransactWriteItem.builder()
                        .put(
                                put ->
                                        put.tableName(table)
                                                .item(item)
                                                .conditionExpression("#counter = :seen")
                                                .expressionAttributeNames(
                                                        Map.of("#counter", counter))
                                                .expressionAttributeValues(
                                                        Map.of(":seen", Attributes.n(seen)))
                                                .returnValuesOnConditionCheckFailure(
                                                        ReturnValuesOnConditionCheckFailure
                                                                .ALL_OLD))
                        .build();
    }

    static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
