package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.payment.Parked;
import dev.halftone.core.payment.ParkedDelivery;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Parked deliveries in the Insight table, which forgets them.
 *
 * <pre>
 * pk PARKED#&lt;processor&gt;  sk PARKED#&lt;the processor's name of it&gt;
 * </pre>
 */
public final class DynamoDbParked implements Parked {

    private static final String PREFIX = "PARKED#";
    private static final Pattern CURSOR_FORM = Pattern.compile("PARKED#[A-Za-z0-9_.-]{1,200}");
    private static final String TYPE = "type"; // S
    private static final String BODY = "body"; // S
    private static final String AT = "at"; // S, instant
    private static final String EXPIRES_AT = "expiresAt"; // N, epoch seconds, time to live

    private final Tables tables;
    private final String table;

    public DynamoDbParked(DynamoDbClient client, String insightTable) {
        this.tables = new Tables(client);
        this.table = insightTable;
    }

    @Override
    public void park(ParkedDelivery delivery) {
        Map<String, AttributeValue> item = new HashMap<>(key(delivery));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(TYPE, s(delivery.type()));
        item.put(BODY, s(delivery.body()));
        item.put(AT, s(delivery.at()));
        item.put(EXPIRES_AT, n(delivery.at().plus(ParkedDelivery.LIFE).getEpochSecond()));
        tables.putNew(table, item);
    }

    @Override
    public Page<ParkedDelivery> of(String processor, int limit, @Nullable String cursor) {
        String pk = PREFIX + processor;
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("pk = :processor")
                        .expressionAttributeValues(Map.of(":processor", s(pk)));
        if (cursor != null) {
            query.exclusiveStartKey(Attributes.key(pk, Cursor.read(cursor, CURSOR_FORM)));
        }
        return tables.page(query, limit, Attributes.SK, item -> read(processor, item));
    }

    private static ParkedDelivery read(String processor, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new ParkedDelivery(
                processor,
                item.text(Attributes.SK).substring(PREFIX.length()),
                item.text(TYPE),
                item.text(BODY),
                item.instant(AT));
    }

    @Override
    public void remove(ParkedDelivery delivery) {
        tables.delete(table, key(delivery));
    }

    private static Map<String, AttributeValue> key(ParkedDelivery delivery) {
        return Attributes.key(PREFIX + delivery.processor(), PREFIX + delivery.eventId());
    }
}
