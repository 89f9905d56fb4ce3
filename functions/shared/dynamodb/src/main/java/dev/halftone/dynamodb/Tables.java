package dev.halftone.dynamodb;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionSizeLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Reads and writes with one rule for everything that can go wrong: contention is waited out within
 * limits, a failed condition is an answer, and whatever else can be named becomes a failure of the
 * dependency.
 */
final class Tables {

    static final String NOT_EXISTS = "attribute_not_exists(pk)";

    private static final String DEPENDENCY = "dynamodb";
    private static final int PAGE_ITEMS_MAX = 100;
    private static final int TRIES_MAX = 8;
    private static final int PAUSE_MILLIS_MIN = 10;
    private static final int PAUSE_MILLIS_MAX = 80;
    private static final int CLAIM_BYTES = 16;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> CONTENTION =
            Set.of("TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError");

    private final DynamoDbClient client;
    private final SecureRandom random = new SecureRandom();

    Tables(DynamoDbClient client) {
        this.client = client;
    }

    /**
     * A mark that no other call writes. If the answer to a write is lost and the client repeats it,
     * the repetition meets its own effect and knows it by the mark.
     */
    String freshClaim() {
        byte[] bytes = new byte[CLAIM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Strongly consistent; without attributes if there is no such item. */
    Map<String, AttributeValue> get(String table, Map<String, AttributeValue> key) {
        return call(() -> client.getItem(get -> get.tableName(table).key(key).consistentRead(true)))
                .item();
    }

    /** All as of one moment, in the order asked for. */
    List<Map<String, AttributeValue>> getTogether(Get... gets) {
        List<TransactGetItem> items = new ArrayList<>();
        for (Get get : gets) {
            items.add(TransactGetItem.builder().get(get).build());
        }
        return call(() -> client.transactGetItems(read -> read.transactItems(items)))
                .responses()
                .stream()
                .map(ItemResponse::item)
                .toList();
    }

    /** Strongly consistent, each as of its own moment; those that exist, in no order. */
    List<Map<String, AttributeValue>> getAll(String table, List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        Map<String, KeysAndAttributes> asked =
                Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        for (int attempt = 1; attempt <= TRIES_MAX; attempt++) {
            Map<String, KeysAndAttributes> now = asked;
            BatchGetItemResponse answer =
                    call(() -> client.batchGetItem(get -> get.requestItems(now)));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            asked = answer.unprocessedKeys();
            if (asked.isEmpty()) {
                return found;
            }
            pause();
        }
        throw new TransientFailure(DEPENDENCY, "keys remained unprocessed");
    }

    QueryResponse query(QueryRequest request) {
        return call(() -> client.query(request));
    }

    /** One page, and a cursor to the next one made of the sort key at which it ended. */
    <T> Page<T> page(
            QueryRequest.Builder query,
            int limit,
            String sortKey,
            Function<Map<String, AttributeValue>, T> read) {
        if (limit < 1 || limit > PAGE_ITEMS_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + PAGE_ITEMS_MAX + " items");
        }
        // One more than asked for tells whether there is a next page.
        QueryResponse answer = query(query.limit(limit + 1).build());
        List<Map<String, AttributeValue>> items = answer.items();
        boolean last = items.size() <= limit && !answer.hasLastEvaluatedKey();
        List<Map<String, AttributeValue>> shown = items.subList(0, Math.min(limit, items.size()));
        return new Page<>(
                shown.stream().map(read).toList(),
                last ? null : Cursor.write(new Attributes(shown.getLast()).text(sortKey)));
    }

    /** Removes an item, if there is one. */
    void delete(String table, Map<String, AttributeValue> key) {
        call(() -> client.deleteItem(delete -> delete.tableName(table).key(key)));
    }

    /** Writes an item, whatever was there. */
    void put(String table, Map<String, AttributeValue> item) {
        call(() -> client.putItem(put -> put.tableName(table).item(item)));
    }

    /** Writes an item that is not there yet; its refusal has position 0. */
    WriteOutcome putNew(String table, Map<String, AttributeValue> item) {
        return put(table, item, NOT_EXISTS, null);
    }

    /** Writes an item over what the condition lets go; its refusal has position 0. */
    WriteOutcome put(
            String table,
            Map<String, AttributeValue> item,
            String condition,
            @Nullable Map<String, AttributeValue> values) {
        PutItemRequest request =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            call(() -> client.putItem(request));
            return new WriteOutcome.Written();
        } catch (ConditionalCheckFailedException e) {
            return new WriteOutcome.Refused(Map.of(0, e.item()));
        }
    }

    /** One conditional change; its refusal has position 0. */
    WriteOutcome update(Update update) {
        UpdateItemRequest request =
                UpdateItemRequest.builder()
                        .tableName(update.tableName())
                        .key(update.key())
                        .updateExpression(update.updateExpression())
                        .conditionExpression(update.conditionExpression())
                        .expressionAttributeNames(update.expressionAttributeNames())
                        .expressionAttributeValues(update.expressionAttributeValues())
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build();
        try {
            call(() -> client.updateItem(request));
            return new WriteOutcome.Written();
        } catch (ConditionalCheckFailedException e) {
            return new WriteOutcome.Refused(Map.of(0, e.item()));
        }
    }

    /** All or nothing. */
    WriteOutcome write(TransactWriteItem... actions) {
        return write(List.of(actions));
    }

    /** All or nothing. */
    WriteOutcome write(List<TransactWriteItem> actions) {
        try {
            call(() -> client.transactWriteItems(write -> write.transactItems(actions)));
            return new WriteOutcome.Written();
        } catch (TransactionCanceledException e) {
            return refused(e);
        }
    }

    private static WriteOutcome refused(TransactionCanceledException e) {
        Map<Integer, Map<String, AttributeValue>> found = new HashMap<>();
        List<CancellationReason> reasons = e.cancellationReasons();
        for (int position = 0; position < reasons.size(); position++) {
            CancellationReason reason = reasons.get(position);
            if (CONDITION_FAILED.equals(reason.code())) {
                found.put(position, reason.hasItem() ? reason.item() : Map.of());
            }
        }
        if (found.isEmpty()) {
            throw new PermanentFailure(DEPENDENCY, "a transaction cannot be written", e);
        }
        return new WriteOutcome.Refused(found);
    }

    /** Runs a request of the client, again if others touch the same items at the same time. */
    <T> T call(Supplier<T> request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (SdkException e) {
                if (!isContention(e)) {
                    throw translated(e);
                }
                if (attempt == TRIES_MAX) {
                    throw new TransientFailure(DEPENDENCY, "contention in every attempt", e);
                }
                pause();
            }
        }
    }

    private static boolean isContention(SdkException e) {
        return switch (e) {
            case TransactionConflictException _, TransactionInProgressException _ -> true;
            // Even if another condition failed: only without a conflict is every reason known.
            case TransactionCanceledException cancelled ->
                    cancelled.cancellationReasons().stream()
                            .anyMatch(reason -> CONTENTION.contains(reason.code()));
            default -> false;
        };
    }

    private static RuntimeException translated(SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case ResourceNotFoundException _ -> new PermanentFailure(DEPENDENCY, "no table", e);
            case ItemCollectionSizeLimitExceededException _ ->
                    new PermanentFailure(DEPENDENCY, "an account's journal is full", e);
            case IdempotentParameterMismatchException _ ->
                    new PermanentFailure(DEPENDENCY, "a token was used for something else", e);
            case AwsServiceException service
                    when service.isThrottlingException() || service.statusCode() >= 500 ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            default -> e;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(
                    ThreadLocalRandom.current().nextInt(PAUSE_MILLIS_MIN, PAUSE_MILLIS_MAX + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure(DEPENDENCY, "interrupted", e);
        }
    }
}
