package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.UserId;
import dev.halftone.core.safety.Refusal;
import dev.halftone.core.safety.Refusals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What was refused for what it said, in the Studio table, without what it said.
 *
 * <pre>
 * pk REFUSED#&lt;user&gt;  sk REFUSED#&lt;derived id of the request&gt;
 * </pre>
 */
public final class DynamoDbRefusals implements Refusals {

    private static final String PREFIX = "REFUSED#";
    private static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then

    private final Tables tables;
    private final String table;

    public DynamoDbRefusals(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public void keep(Refusal refusal) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(
                                PREFIX + refusal.user().value(), PREFIX + refusal.request()));
        item.put(Attributes.VERSION, Attributes.version());
        item.putAll(AdmissionAttributes.write(refusal.verdict()));
        item.put(COUNTED_UNTIL, n(refusal.verdict().at().plus(KEPT).getEpochSecond()));
        tables.put(table, item);
    }

    @Override
    public List<Refusal> of(UserId user) {
        return tables
                .query(
                        QueryRequest.builder()
                                .tableName(table)
                                .keyConditionExpression(PK + " = :pk")
                                .expressionAttributeValues(Map.of(":pk", s(PREFIX + user.value())))
                                .limit(LISTED_MAX)
                                .build())
                .items()
                .stream()
                .map(item -> read(user, item))
                .toList();
    }

    private static Refusal read(UserId user, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Refusal(
                user, item.text(SK).substring(PREFIX.length()), AdmissionAttributes.verdict(item));
    }
}
