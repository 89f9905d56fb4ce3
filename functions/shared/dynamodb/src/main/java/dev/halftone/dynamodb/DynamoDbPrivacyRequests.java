package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.privacy.PrivacyRequest;
import dev.halftone.core.privacy.PrivacyRequests;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Privacy requests in the Accounts table.
 *
 * <pre>
 * pk REQUEST#&lt;id&gt;  sk REQUEST
 * </pre>
 */
public final class DynamoDbPrivacyRequests implements PrivacyRequests {

    private static final String PREFIX = "REQUEST#";
    private static final String SORT = "REQUEST";
    private static final String KIND = "kind"; // S
    private static final String EXPEDITED = "expedited"; // BOOL
    private static final String ABOUT = "about"; // S
    private static final String CONTACT = "contact"; // S
    private static final String TEXT = "text"; // S
    private static final String RECEIVED_AT = "receivedAt"; // S, instant
    private static final String DEADLINE = "deadline"; // S, instant

    private final Tables tables;
    private final String table;

    public DynamoDbPrivacyRequests(DynamoDbClient client, String accountsTable) {
        this.tables = new Tables(client);
        this.table = accountsTable;
    }

    @Override
    public void file(PrivacyRequest request) {
        Map<String, AttributeValue> item = new HashMap<>(key(request.id()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(KIND, s(request.kind().name()));
        item.put(EXPEDITED, AttributeValue.fromBool(request.expedited()));
        item.put(ABOUT, s(request.about()));
        item.put(CONTACT, s(request.contact()));
        item.put(TEXT, s(request.text()));
        item.put(RECEIVED_AT, s(request.receivedAt()));
        item.put(DEADLINE, s(request.deadline()));
        tables.putNew(table, item);
    }

    @Override
    public Optional<PrivacyRequest> find(String id) {
        Map<String, AttributeValue> stored = tables.get(table, key(id));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Attributes item = Attributes.ofItem(stored);
        return Optional.of(
                new PrivacyRequest(
                        id,
                        PrivacyRequest.Kind.valueOf(item.text(KIND)),
                        item.flag(EXPEDITED),
                        item.text(ABOUT),
                        item.text(CONTACT),
                        item.text(TEXT),
                        item.instant(RECEIVED_AT),
                        item.instant(DEADLINE)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Attributes.key(PREFIX + id, SORT);
    }
}
