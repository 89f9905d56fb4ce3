package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.GrantSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A bucket in an account or a drawing. Names are short: an account of 8 stays below 1 KB. */
final class BucketMap {

    static final String REMAINING = "r"; // N
    static final String EXPIRES_AT = "x"; // N, epoch millis, absent if never
    static final String EXTENSION = "g"; // N, millis of it that are grace, absent if none

    private static final String SOURCE = "s"; // S
    private static final String PRIORITY = "p"; // N
    private static final String EFFECTIVE_AT = "f"; // N, epoch millis, absent if when granted
    private static final String GRANTED_AT = "t"; // N, epoch millis

    private BucketMap() {}

    static AttributeValue write(Bucket bucket) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(REMAINING, n(bucket.remaining().amount()));
        map.put(SOURCE, s(bucket.source().name()));
        map.put(PRIORITY, n(bucket.priority()));
        map.put(GRANTED_AT, n(bucket.grantedAt().toEpochMilli()));
        if (!bucket.effectiveAt().equals(bucket.grantedAt())) {
            map.put(EFFECTIVE_AT, n(bucket.effectiveAt().toEpochMilli()));
        }
        if (bucket.expiresAt() != null) {
            map.put(EXPIRES_AT, n(bucket.expiresAt().toEpochMilli()));
        }
        if (!bucket.extension().isZero()) {
            map.put(EXTENSION, n(bucket.extension().toMillis()));
        }
        return AttributeValue.fromM(map);
    }

    static Bucket read(GrantId grant, Attributes map) {
        return new Bucket(
                grant,
                new Credits(map.number(REMAINING)),
                GrantSource.valueOf(map.text(SOURCE)),
                Math.toIntExact(map.number(PRIORITY)),
                Instant.ofEpochMilli(
                        map.optionalNumber(EFFECTIVE_AT).orElseGet(() -> map.number(GRANTED_AT))),
                map.optionalNumber(EXPIRES_AT).map(Instant::ofEpochMilli).orElse(null),
                Duration.ofMillis(map.optionalNumber(EXTENSION).orElse(0L)),
                Instant.ofEpochMilli(map.number(GRANTED_AT)));
    }
}
