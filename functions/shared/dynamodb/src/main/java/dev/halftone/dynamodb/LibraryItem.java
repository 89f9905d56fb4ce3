package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.UserId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What one person keeps beside generations, in the Studio table.
 *
 * <pre>
 * pk LIBRARY#&lt;user&gt;  sk COUNT                  how many of each there are
 *                    sk PROJECT#&lt;id&gt;
 *                    sk BRIEF#&lt;id&gt;               the latest wording
 *                    sk WORDING#&lt;id&gt;#&lt;version&gt;
 *                    sk STORYBOARD#&lt;id&gt;
 *                    sk TAKE#&lt;storyboard&gt;#&lt;generation&gt;
 * </pre>
 */
final class LibraryItem {

    private static final String PREFIX = "LIBRARY#";
    private static final String COUNT = "COUNT";

    private LibraryItem() {}

    static Map<String, AttributeValue> key(UserId owner, String sort) {
        return Attributes.key(PREFIX + owner, sort);
    }

    /** Everything of one person's whose sort key begins so. */
    static QueryRequest all(String table, UserId owner, String beginning, int max) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(Map.of(":pk", s(PREFIX + owner), ":sk", s(beginning)))
                .consistentRead(true)
                .limit(max)
                .build();
    }

    /** One more of what bears that name, while there is room. */
    static TransactWriteItem counted(String table, UserId owner, String name, int max) {
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(key(owner, COUNT))
                                        .updateExpression("SET v = :v ADD #count :one")
                                        .conditionExpression(
                                                "attribute_not_exists(#count) OR #count < :max")
                                        .expressionAttributeNames(Map.of("#count", name))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":v", Attributes.version(),
                                                        ":one", n(1),
                                                        ":max", n(max))))
                .build();
    }

    /** One less. */
    static TransactWriteItem uncounted(String table, UserId owner, String name) {
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(key(owner, COUNT))
                                        .updateExpression("ADD #count :one")
                                        .expressionAttributeNames(Map.of("#count", name))
                                        .expressionAttributeValues(Map.of(":one", n(-1))))
                .build();
    }
}
