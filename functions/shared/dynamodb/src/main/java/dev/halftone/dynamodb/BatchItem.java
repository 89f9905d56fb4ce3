package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.batch.Batch;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchState;
import dev.halftone.core.batch.Batches;
import dev.halftone.core.batch.Marks;
import dev.halftone.core.batch.PauseReason;
import dev.halftone.core.batch.Sheet;
import dev.halftone.core.batch.Slot;
import dev.halftone.core.batch.Terms;
import dev.halftone.core.generation.GenerationWish;
import dev.halftone.core.generation.Price;
import dev.halftone.core.ledger.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * A batch without its rows; some ten kilobytes at most.
 *
 * <pre>
 * pk BATCH#&lt;id&gt;  sk BATCH
 * </pre>
 */
final class BatchItem {

    static final String PREFIX = "BATCH#";
    static final String SORT = "BATCH";
    static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then; a draft's

    private static final String OWNER = "ownerId"; // S
    private static final String ACCOUNT = "accountId"; // S
    private static final String TRACE = "traceId"; // S
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String COLUMNS = "columns"; // L of S
    private static final String ROW_COUNT = "rowCount"; // N
    private static final String SHA256 = "sha256"; // S
    private static final String STATE = "state"; // S
    private static final String PAUSE_REASON = "pauseReason"; // S, while it is paused
    private static final String PAUSED_AT = "pausedAt"; // S, instant, while it is paused
    private static final String PAUSED_UNTIL = "pausedUntil"; // S, instant, if it may go on
    private static final String MODEL = "model"; // S, and so on: once it was started
    private static final String TEMPLATE = "template"; // S
    private static final String ASPECT_RATIO = "aspectRatio"; // S
    private static final String RESOLUTION = "resolution"; // S
    private static final String DURATION = "durationSeconds"; // N
    private static final String CREDITS = "credits"; // N, of one row
    private static final String PRICE_VERSION = "priceVersion"; // S
    private static final String MARKS = "marks"; // S, a letter a row
    private static final String TRIES = "tries"; // S, a digit a row
    private static final String SLOTS = "slots"; // L of M
    private static final String ROW = "row"; // N
    private static final String SINCE = "since"; // S, instant
    private static final String DUE_SHARD = "dueShard"; // S, key of the sparse index
    private static final String DUE_AT = "dueAt"; // N, epoch milliseconds, key of the sparse index
    private static final String REVISION = "revision"; // N

    private static final List<String> COME_AND_GO =
            List.of(
                    PAUSE_REASON,
                    PAUSED_AT,
                    PAUSED_UNTIL,
                    ASPECT_RATIO,
                    RESOLUTION,
                    DURATION,
                    DUE_SHARD,
                    DUE_AT);

    private BatchItem() {}

    static Map<String, AttributeValue> key(BatchId id) {
        return Attributes.key(PREFIX + id, SORT);
    }

    /** Not among the generations that are due. */
    static String shard(int number) {
        return PREFIX + number;
    }

    static BatchId id(Map<String, AttributeValue> item) {
        return new BatchId(new Attributes(item).text(PK).substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> write(Batch draft, Instant until) {
        Map<String, AttributeValue> item = new HashMap<>(key(draft.id()));
        item.put(VERSION, Attributes.version());
        item.put(OWNER, s(draft.origin().owner().value()));
        item.put(ACCOUNT, s(draft.origin().account().value()));
        item.put(TRACE, s(draft.origin().trace().value()));
        item.put(CREATED_AT, s(draft.origin().createdAt()));
        item.put(
                COLUMNS,
                AttributeValue.fromL(draft.sheet().columns().stream().map(Attributes::s).toList()));
        item.put(ROW_COUNT, n(draft.sheet().rows()));
        item.put(SHA256, s(draft.sheet().sha256()));
        item.put(COUNTED_UNTIL, n(until.getEpochSecond()));
        item.putAll(changing(draft));
        return item;
    }

    static Update move(String table, Batch before, Batch after) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> sets = new ArrayList<>();
        Map<String, AttributeValue> changing = changing(after);
        changing.forEach(
                (attribute, value) -> {
                    names.put("#" + attribute, attribute);
                    values.put(":" + attribute, value);
                    sets.add("#" + attribute + " = :" + attribute);
                });
        List<String> removed =
                new ArrayList<>(
                        COME_AND_GO.stream().filter(each -> !changing.containsKey(each)).toList());
        if (after.terms() != null) {
            removed.add(COUNTED_UNTIL);
        }
        removed.forEach(attribute -> names.put("#" + attribute, attribute));
        values.put(":revisionSeen", n(before.revision()));
        return Update.builder()
                .tableName(table)
                .key(key(after.id()))
                .updateExpression(
                        "SET "
                                + String.join(", ", sets)
                                + " REMOVE "
                                + String.join(
                                        ", ", removed.stream().map(each -> "#" + each).toList()))
                .conditionExpression("#revision = :revisionSeen")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.NONE)
                .build();
    }

    private static Map<String, AttributeValue> changing(Batch batch) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(STATE, s(batch.state().label()));
        if (batch.state() instanceof BatchState.Paused paused) {
            item.put(PAUSE_REASON, s(paused.reason().name()));
            item.put(PAUSED_AT, s(paused.since()));
            if (paused.until() != null) {
                item.put(PAUSED_UNTIL, s(paused.until()));
            }
        }
        if (batch.terms() != null) {
            item.putAll(write(batch.terms()));
        }
        item.put(MARKS, s(batch.marks().letters()));
        item.put(TRIES, s(batch.marks().tries()));
        item.put(
                SLOTS,
                AttributeValue.fromL(
                        batch.slots().stream()
                                .map(
                                        slot ->
                                                AttributeValue.fromM(
                                                        Map.of(
                                                                ROW, n(slot.row()),
                                                                SINCE, s(slot.since()))))
                                .toList()));
        if (batch.dueAt() != null) {
            int shard = Math.floorMod(batch.id().value().hashCode(), Batches.DUE_SHARDS);
            item.put(DUE_SHARD, s(shard(shard)));
            item.put(DUE_AT, n(batch.dueAt().toEpochMilli()));
        }
        item.put(REVISION, n(batch.revision()));
        return item;
    }

    private static Map<String, AttributeValue> write(Terms terms) {
        Map<String, AttributeValue> item = new HashMap<>();
        GenerationWish wish = terms.wish();
        item.put(MODEL, s(wish.model()));
        item.put(TEMPLATE, s(terms.template()));
        if (wish.aspectRatio() != null) {
            item.put(ASPECT_RATIO, s(wish.aspectRatio()));
        }
        if (wish.resolution() != null) {
            item.put(RESOLUTION, s(wish.resolution()));
        }
        if (wish.durationSeconds() != null) {
            item.put(DURATION, n(wish.durationSeconds()));
        }
        item.put(CREDITS, n(terms.price().credits().amount()));
        item.put(PRICE_VERSION, s(terms.price().version()));
        return item;
    }

    static Batch read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Batch(
                id(stored),
                new Batch.Origin(
                        new UserId(item.text(OWNER)),
                        new AccountId(item.text(ACCOUNT)),
                        new TraceId(item.text(TRACE)),
                        item.instant(CREATED_AT)),
                new Sheet(
                        item.ordered(COLUMNS),
                        Math.toIntExact(item.number(ROW_COUNT)),
                        item.text(SHA256)),
                state(item),
                item.has(MODEL) ? terms(item) : null,
                new Marks(item.text(MARKS), item.text(TRIES)),
                item.list(SLOTS).stream()
                        .map(
                                slot ->
                                        new Slot(
                                                Math.toIntExact(slot.number(ROW)),
                                                slot.instant(SINCE)))
                        .toList(),
                item.optionalNumber(DUE_AT).map(Instant::ofEpochMilli).orElse(null),
                item.number(REVISION));
    }

    private static BatchState state(Attributes item) {
        return switch (item.text(STATE)) {
            case "draft" -> new BatchState.Draft();
            case "running" -> new BatchState.Running();
            case "paused" ->
                    new BatchState.Paused(
                            PauseReason.valueOf(item.text(PAUSE_REASON)),
                            item.instant(PAUSED_AT),
                            instant(item, PAUSED_UNTIL));
            case "cancelled" -> new BatchState.Cancelled();
            case "finished" -> new BatchState.Finished();
            default ->
                    throw new PermanentFailure(
                            "dynamodb", "a batch has the state " + item.text(STATE));
        };
    }

    private static @Nullable Instant instant(Attributes item, String name) {
        return item.optionalText(name).map(Instant::parse).orElse(null);
    }

    private static Terms terms(Attributes item) {
        return new Terms(
                new GenerationWish(
                        item.text(MODEL),
                        item.optionalText(ASPECT_RATIO).orElse(null),
                        item.optionalText(RESOLUTION).orElse(null),
                        item.optionalNumber(DURATION).map(Math::toIntExact).orElse(null)),
                item.text(TEMPLATE),
                new Price(new Credits(item.number(CREDITS)), item.text(PRICE_VERSION)));
    }
}
