package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Decision;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Expiring;
import dev.halftone.core.ledger.GrantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Expiries in the Ledger table; {@link BucketItem} says how they are found. */
public final class DynamoDbExpiries implements Expiries {

    private static final String EXPIRY_INDEX = "expiry";

    private final Tables tables;
    private final Booking booking;
    private final String table;

    public DynamoDbExpiries(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.booking = new Booking(tables, ledgerTable);
        this.table = ledgerTable;
    }

    @Override
    public List<Due> due(int shard, Instant now, int limit) {
        // One answer holds a megabyte, thousands of these items; the rest waits for the next call.
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(EXPIRY_INDEX)
                        .keyConditionExpression("expiryShard = :shard AND expiresAt <= :now")
                        .expressionAttributeValues(
                                Map.of(
                                        ":shard", BucketItem.shard(shard),
                                        ":now", n(now.toEpochMilli())))
                        .limit(limit)
                        .build();
        return tables.query(query).items().stream().map(BucketItem::readDue).toList();
    }

    @Override
    public ExpireOutcome expire(AccountId account, GrantId bucket, Instant now) {
        Due due = new Due(account, bucket);
        ExpireOutcome outcome =
                booking.book(() -> new Booking.Attempt<>(read(due).decide(now), false, List.of()));
        return switch (outcome) {
            case ExpireOutcome.Expired _ -> outcome;
            case ExpireOutcome.NothingLeft _, ExpireOutcome.NotYet _ -> {
                correct(due, now);
                yield outcome;
            }
        };
    }

    /** A bucket that was due without reason must not be found again and again. */
    private void correct(Due due, Instant now) {
        Stored stored = read(due);
        if (stored.bucket().isEmpty()) {
            return;
        }
        Attributes seen = Attributes.ofItem(stored.bucket());
        switch (stored.decide(now)) {
            // Credits came back meanwhile: it is due again.
            case Decision.Book<ExpireOutcome> _ -> {}
            case Decision.Answer<ExpireOutcome> answer -> {
                switch (answer.outcome()) {
                    case ExpireOutcome.Expired _, ExpireOutcome.NothingLeft _ ->
                            tables.update(BucketItem.settled(table, due, seen));
                    case ExpireOutcome.NotYet later ->
                            tables.update(
                                    BucketItem.postponed(table, due, seen, later.expiresAt()));
                }
            }
        }
    }

    /** A bucket's item and its account, as of one moment. */
    private record Stored(
            Due due, Map<String, AttributeValue> bucket, Map<String, AttributeValue> account) {

        Decision<ExpireOutcome> decide(Instant now) {
            return Expiring.expire(
                    due.bucket(),
                    BucketItem.read(bucket),
                    AccountItem.readOrEmpty(due.account(), account),
                    now);
        }
    }

    private Stored read(Due due) {
        List<Map<String, AttributeValue>> items =
                tables.getTogether(
                        BucketItem.get(table, due.account(), due.bucket()),
                        AccountItem.get(table, due.account()));
        return new Stored(due, items.getFirst(), items.getLast());
    }
}
