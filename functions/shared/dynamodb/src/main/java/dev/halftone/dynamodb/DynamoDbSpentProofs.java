package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.SpentProofs;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Spent proofs of identity in the Insight table.
 *
 * <pre>
 * pk SPENT#&lt;digest&gt;  sk SPENT
 * </pre>
 */
public final class DynamoDbSpentProofs implements SpentProofs {
    private static final String SORT = "SPENT";

    private final Tables tables;
    private final String table;

    public DynamoDbSpentProofs(DynamoDbClient client, String insightTable) {
        this.tables = new Tables(client);
        this.table = insightTable;
    }

    @Override
    public boolean spend(String digest, Instant until) {
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(Attributes.key(SORT + "#" + digest, SORT))
                        .updateExpression("SET v = :v, claim = :claim, expiresAt = :expiry")
                        // A client that repeats a write whose answer was lost meets its own.
                        .conditionExpression(Tables.NOT_EXISTS + " OR claim = :claim")
                        .expressionAttributeValues(
                                Map.of(
                                        ":v", Attributes.version(),
                                        ":claim", s(tables.freshClaim()),
                                        ":expiry", n(until.getEpochSecond() + 1)))
                        .build();
        return switch (tables.update(update)) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused _ -> false;
        };
    }
}
