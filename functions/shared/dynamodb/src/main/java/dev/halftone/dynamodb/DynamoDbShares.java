package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.share.Share;
import dev.halftone.core.share.Shares;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Links in the Studio table, beside the generation whose result they show.
 *
 * <pre>
 * pk GENERATION#&lt;id&gt;  sk SHARE#&lt;index&gt;
 * </pre>
 */
public final class DynamoDbShares implements Shares {

    private static final String PREFIX = "SHARE#";
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then

    private final Tables tables;
    private final String table;

    public DynamoDbShares(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public Share open(Share share, Instant now) {
        // The table forgets an item some time after it may, so what is over may still lie there.
        WriteOutcome written =
                tables.put(
                        table,
                        write(share),
                        "attribute_not_exists(pk) OR countedUntil <= :now",
                        Map.of(":now", n(now.getEpochSecond())));
        return switch (written) {
            case WriteOutcome.Written _ -> share;
            case WriteOutcome.Refused refused ->
                    refused.at(0).map(item -> read(share.generation(), item)).orElse(share);
        };
    }

    @Override
    public Optional<Share> find(GenerationId generation, int index) {
        return Optional.of(tables.get(table, key(generation, index)))
                .filter(item -> !item.isEmpty())
                .map(item -> read(generation, item));
    }

    @Override
    public void revoke(GenerationId generation, int index) {
        tables.delete(table, key(generation, index));
    }

    private static Map<String, AttributeValue> key(GenerationId generation, int index) {
        return Attributes.key(GenerationItem.partition(generation), PREFIX + index);
    }

    private static Map<String, AttributeValue> write(Share share) {
        Map<String, AttributeValue> item = new HashMap<>(key(share.generation(), share.index()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(CREATED_AT, s(share.createdAt()));
        item.put(COUNTED_UNTIL, n(share.expiresAt().getEpochSecond()));
        return item;
    }

    private static Share read(GenerationId generation, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Share(
                generation,
                Integer.parseInt(item.text(Attributes.SK).substring(PREFIX.length())),
                item.instant(CREATED_AT),
                Instant.ofEpochSecond(item.number(COUNTED_UNTIL)));
    }
}
