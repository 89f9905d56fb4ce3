package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.Page;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.HistoryFilter;
import dev.halftone.core.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Generations in the Studio table; {@link GenerationItem} says how they lie there. */
public final class DynamoDbGenerations implements Generations {

    private static final String DUE_INDEX = "due";

    private final Tables tables;
    private final String table;

    public DynamoDbGenerations(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        Map<String, AttributeValue> item = tables.get(table, GenerationItem.key(id));
        return item.isEmpty() ? Optional.empty() : Optional.of(GenerationItem.read(item));
    }

    @Override
    public List<Generation> all(List<GenerationId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return tables.getAll(table, ids.stream().map(GenerationItem::key).toList()).stream()
                .map(GenerationItem::read)
                .toList();
    }

    @Override
    public boolean move(Generation before, Generation after, Claim claim) {
        if (after.state().isTerminal() && !before.state().isTerminal()) {
            throw new IllegalArgumentException("An end moves credits and has a port of its own");
        }
        Update change = GenerationItem.move(table, before, after, claim.value());
        List<TransactWriteItem> recount = StorageItem.recount(table, before, after);
        // What others do not count with needs no transaction, which is written twice.
        WriteOutcome outcome =
                recount.isEmpty()
                        ? tables.update(change)
                        : tables.write(Actions.update(change), recount.getFirst());
        return switch (outcome) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused refused ->
                    refused.at(0)
                            .filter(item -> GenerationItem.isOwn(item, after, claim.value()))
                            .isPresent();
        };
    }

    @Override
    public boolean file(GenerationId id, UserId owner, @Nullable ProjectId project) {
        return tables.update(GenerationItem.file(table, id, owner, project))
                instanceof WriteOutcome.Written;
    }

    @Override
    public Page<Generation> history(
            UserId owner, HistoryFilter filter, int limit, @Nullable String cursor) {
        return new HistoryPage(tables, table, filter, limit).read(owner, cursor);
    }

    @Override
    public List<Due> due(int shard, Instant now, int limit) {
        // One answer holds a megabyte, thousands of these items; the rest waits for the next call.
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(DUE_INDEX)
                        .keyConditionExpression("dueShard = :shard AND dueAt <= :now")
                        .expressionAttributeValues(
                                Map.of(
                                        ":shard", s(GenerationItem.shard(shard)),
                                        ":now", n(now.toEpochMilli())))
                        .limit(limit)
                        .build();
        return tables.query(query).items().stream().map(GenerationItem::readDue).toList();
    }
}
