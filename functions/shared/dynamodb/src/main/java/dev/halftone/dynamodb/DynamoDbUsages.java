package dev.halftone.dynamodb;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Usages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;

/** Reads what {@link DynamoDbSubmissions} has counted, and by which plan it counts. */
public final class DynamoDbUsages implements Usages {

    private final Tables tables;
    private final String studioTable;
    private final String ledgerTable;

    public DynamoDbUsages(DynamoDbClient client, String studioTable, String ledgerTable) {
        this.tables = new Tables(client);
        this.studioTable = studioTable;
        this.ledgerTable = ledgerTable;
    }

    @Override
    public Usage usage(UserId user, AccountId account, Instant now) {
        List<Map<String, AttributeValue>> items =
                tables.getTogether(
                        Get.builder().tableName(studioTable).key(SpentItem.key(user, now)).build(),
                        AccountItem.get(ledgerTable, account));
        return new Usage(
                AccountItem.plan(items.getLast()), MadeAttributes.read(items.getFirst(), now));
    }
}
