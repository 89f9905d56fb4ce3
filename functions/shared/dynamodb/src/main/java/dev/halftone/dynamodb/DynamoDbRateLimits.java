package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.ratelimit.Allowance;
import dev.halftone.core.ratelimit.BucketId;
import dev.halftone.core.ratelimit.RateLimits;
import dev.halftone.core.ratelimit.TakeOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Buckets in the Insight table.
 *
 * <pre>
 * pk LIMIT#&lt;class&gt;#&lt;keyed hash of the holder&gt;  sk LIMIT
 * </pre>
 *
 * One conditional update refills and takes. An update cannot choose the later of two moments, so
 * there are two of them: one of a full bucket, which is nearly always right, and one of a bucket
 * that is not; what the first finds says whether the second is worth while.
 */
public final class DynamoDbRateLimits implements RateLimits {
    private static final String SORT = "LIMIT";
    private static final String FULL_AT = "fullAt"; // N, epoch milliseconds
    private static final int TRIES_MAX = 6;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Tables tables;
    private final String table;

    public DynamoDbRateLimits(DynamoDbClient client, String insightTable) {
        this.tables = new Tables(client);
        this.table = insightTable;
    }

    @Override
    public TakeOutcome take(BucketId bucket, int tokens, Instant now) {
        Allowance allowance = bucket.kind().allowance();
        long cost = allowance.interval().multipliedBy(tokens).toMillis();
        long most = now.toEpochMilli() + allowance.window().toMillis();
        long full = 0;
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            boolean rested = full <= now.toEpochMilli();
            long from = rested ? now.toEpochMilli() : full;
            if (from + cost > most) {
                return new TakeOutcome.TooFew(Instant.ofEpochMilli(full));
            }
            Update update =
                    rested ? ofFull(bucket, from + cost, now) : ofUsed(bucket, cost, most, now);
            switch (tables.update(update)) {
                case WriteOutcome.Written _ -> {
                    return new TakeOutcome.Taken(Instant.ofEpochMilli(from + cost));
                }
                case WriteOutcome.Refused refused ->
                        // A bucket that is gone meanwhile, as expired, is a full one.
                        full =
                                refused.at(0)
                                        .filter(item -> !item.isEmpty())
                                        .map(item -> Attributes.ofItem(item).number(FULL_AT))
                                        .orElse(0L);
            }
        }
        throw new TransientFailure("dynamodb", "others took tokens in every attempt");
    }

    private Update ofFull(BucketId bucket, long after, Instant now) {
        return update(bucket)
                .updateExpression("SET v = :v, fullAt = :after, expiresAt = :expiry")
                .conditionExpression("attribute_not_exists(pk) OR fullAt <= :now")
                .expressionAttributeValues(
                        Map.of(
                                ":v", Attributes.version(),
                                ":after", n(after),
                                ":expiry", expiry(bucket, now),
                                ":now", n(now.toEpochMilli())))
                .build();
    }

    private Update ofUsed(BucketId bucket, long cost, long most, Instant now) {
        return update(bucket)
                .updateExpression("SET fullAt = fullAt + :cost, expiresAt = :expiry")
                .conditionExpression("fullAt > :now AND fullAt <= :most")
                .expressionAttributeValues(
                        Map.of(
                                ":cost", n(cost),
                                ":expiry", expiry(bucket, now),
                                ":now", n(now.toEpochMilli()),
                                ":most", n(most - cost)))
                .build();
    }

    private Update.Builder update(BucketId bucket) {
        return Update.builder()
                .tableName(table)
                .key(
                        Attributes.key(
                                SORT + "#" + bucket.kind().label() + "#" + bucket.holder(), SORT));
    }

    /** Once it is full again in any case, no bucket and a full one are the same. */
    private static AttributeValue expiry(BucketId bucket, Instant now) {
        return n(now.plus(bucket.kind().allowance().window()).plus(KEPT).getEpochSecond());
    }
}
