package dev.halftone.engines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What AWS would bill for the writes of a client that has this interceptor, in write units of a
 * kilobyte, by its Developer Guide:
 *
 * <ul>
 *   <li>"DynamoDB item sizes and formats": each item is rounded up to whole kilobytes, and the
 *       larger of before and after counts;
 *   <li>"Amazon DynamoDB Transactions: How it works": two writes for every item of a transaction,
 *       one to prepare it and one to commit it;
 *   <li>"DynamoDB capacity unit consumption": a single write whose condition fails counts as much
 *       as the item that is there, and at least one;
 *   <li>"Local Secondary Indexes" and "Using Global Secondary Indexes", their considerations of
 *       write throughput: one write for an entry that comes, goes or changes, two for one whose key
 *       changes, none for an item that is not in the index. In a transaction they are not doubled:
 *       the guide leaves that open, but the service was measured (nubo-db/dynoxide, pull request
 *       188).
 * </ul>
 *
 * <p>It reads every item before and after, so only one write at a time can be measured. What a
 * transaction costs that fails is not measured.
 */
public final class WriteMeter implements ExecutionInterceptor {
    private static final int UNIT_BYTES = 1024;
    private static final int TRANSACTIONAL = 2;
    private static final ExecutionAttribute<Under> UNDER =
            new ExecutionAttribute<>("dev.halftone.engines.under");

    private final DynamoDbClient reader;
    private final Map<String, TableDescription> tables = new ConcurrentHashMap<>();
    private final List<Written> written = new ArrayList<>();

    /** Measures with another client, whose own calls nobody measures. */
    public WriteMeter(DynamoDbClient reader) {
        this.reader = reader;
    }

    /**
     * What was written at one place.
     *
     * @param place the table, or the table and its index
     * @param sort the item's sort key
     * @param bytes the larger size of before and after
     */
    public record Written(String table, String place, String sort, int bytes, int units) {}

    /** Everything since the last call. */
    public List<Written> take() {
        synchronized (written) {
            List<Written> all = List.copyOf(written);
            written.clear();
            return all;
        }
    }

    public static int units(Collection<Written> all) {
        return all.stream().mapToInt(Written::units).sum();
    }

    /**
     * A write that is under way.
     *
     * @param times how often each item counts
     * @param before each item as it was
     */
    private record Under(int times, Map<Item, Map<String, AttributeValue>> before) {}

    private record Item(String table, Map<String, AttributeValue> key) {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        List<Item> items = items(context.request());
        if (!items.isEmpty()) {
            boolean transaction = context.request() instanceof TransactWriteItemsRequest;
            attributes.putAttribute(
                    UNDER,
                    new Under(
                            transaction ? TRANSACTIONAL : 1,
                            items.stream().collect(Collectors.toMap(each -> each, this::image))));
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        Under under = attributes.getAttribute(UNDER);
        if (under != null) {
            under.before()
                    .forEach((item, before) -> count(item, under.times(), before, image(item)));
        }
    }

    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        Under under = attributes.getAttribute(UNDER);
        if (under != null && context.exception() instanceof ConditionalCheckFailedException) {
            under.before().forEach((item, before) -> add(item, item.table(), 1, before, before));
        }
    }

    private Map<String, AttributeValue> image(Item item) {
        return reader.getItem(
                        get -> get.tableName(item.table()).key(item.key()).consistentRead(true))
                .item();
    }

    /** What a request writes; none if it only reads. */
    private List<Item> items(SdkRequest request) {
        return switch (request) {
            case TransactWriteItemsRequest transaction ->
                    transaction.transactItems().stream().map(this::item).toList();
            case PutItemRequest put -> List.of(item(put.tableName(), put.item()));
            case UpdateItemRequest update ->
                    List.of(new Item(update.tableName(), new TreeMap<>(update.key())));
            default -> List.of();
        };
    }

    private Item item(TransactWriteItem action) {
        if (action.put() != null) {
            return item(action.put().tableName(), action.put().item());
        }
        if (action.update() != null) {
            return new Item(action.update().tableName(), new TreeMap<>(action.update().key()));
        }
        throw new IllegalArgumentException("Only puts and updates are measured");
    }

    private Item item(String table, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new TreeMap<>(item);
        key.keySet().retainAll(IndexEntry.names(table(table).keySchema()));
        return new Item(table, key);
    }

    private TableDescription table(String name) {
        return tables.computeIfAbsent(
                name, _ -> reader.describeTable(describe -> describe.tableName(name)).table());
    }

    private void count(
            Item item,
            int times,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        add(item, item.table(), times, before, after);
        for (IndexEntry index : IndexEntry.of(table(item.table()))) {
            Map<String, AttributeValue> left = index.of(before);
            Map<String, AttributeValue> came = index.of(after);
            String place = item.table() + "/" + index.name();
            if (left.equals(came)) {
                continue;
            }
            if (left.isEmpty() || came.isEmpty() || index.isSameKey(left, came)) {
                add(item, place, 1, left, came);
            } else {
                add(item, place, 1, left, Map.of());
                add(item, place, 1, Map.of(), came);
            }
        }
    }

    private void add(
            Item item,
            String place,
            int times,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        String sort = item.key().getOrDefault("sk", AttributeValue.fromS("")).s();
        int bytes = Stream.of(before, after).mapToInt(ItemSize::bytes).max().orElse(0);
        int units = times * Math.max(1, Math.ceilDiv(bytes, UNIT_BYTES));
        synchronized (written) {
            written.add(new Written(item.table(), place, sort, bytes, units));
        }
    }
}
