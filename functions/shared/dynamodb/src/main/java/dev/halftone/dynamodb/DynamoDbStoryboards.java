package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.storyboard.Edition;
import dev.halftone.core.storyboard.Storyboard;
import dev.halftone.core.storyboard.StoryboardId;
import dev.halftone.core.storyboard.Storyboards;
import dev.halftone.core.storyboard.Take;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Storyboards in the Studio table, beside the owner's projects, and what was asked for their shots.
 *
 * <pre>
 * pk LIBRARY#&lt;user&gt;  sk STORYBOARD#&lt;id&gt;
 *                    sk TAKE#&lt;storyboard&gt;#&lt;generation&gt;
 * </pre>
 */
public final class DynamoDbStoryboards implements Storyboards {

    private static final String COUNT = "storyboards"; // N
    private static final String SHOT = "shot"; // N, a number
    private static final String AT = "at"; // S, instant

    // Of 1 MB each, where a storyboard has at most some 120 KB.
    private static final int PAGES_MAX = 10;

    private final Tables tables;
    private final String table;

    public DynamoDbStoryboards(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public CreateOutcome create(Storyboard storyboard) {
        WriteOutcome written =
                tables.write(
                        LibraryItem.counted(table, storyboard.owner(), COUNT, STORYBOARDS_MAX),
                        Actions.putNew(table, StoryboardItem.write(storyboard)));
        return switch (written) {
            case WriteOutcome.Written _ -> new CreateOutcome.Created(storyboard);
            case WriteOutcome.Refused refused ->
                    refused.at(1)
                            .<CreateOutcome>map(
                                    item ->
                                            new CreateOutcome.Existing(
                                                    StoryboardItem.read(storyboard.owner(), item)))
                            .orElseGet(CreateOutcome.TooMany::new);
        };
    }

    @Override
    public Optional<Storyboard> find(UserId owner, StoryboardId id) {
        return Optional.of(tables.get(table, StoryboardItem.key(owner, id)))
                .filter(item -> !item.isEmpty())
                .map(item -> StoryboardItem.read(owner, item));
    }

    @Override
    public List<Storyboard> of(UserId owner) {
        QueryRequest request =
                LibraryItem.all(table, owner, StoryboardItem.PREFIX, STORYBOARDS_MAX);
        List<Storyboard> found = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            QueryResponse answer = tables.query(request);
            answer.items().forEach(item -> found.add(StoryboardItem.read(owner, item)));
            if (!answer.hasLastEvaluatedKey()) {
                break;
            }
            request = request.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
        }
        return found.stream()
                .sorted(Comparator.comparing(Storyboard::createdAt).reversed())
                .toList();
    }

    @Override
    public EditOutcome edit(UserId owner, StoryboardId id, Edition next) {
        Optional<Storyboard> found = find(owner, id);
        if (found.isEmpty()) {
            return new EditOutcome.Unknown();
        }
        Update update = StoryboardItem.edit(table, owner, id, next);
        return switch (tables.update(update)) {
            // Nothing else of a storyboard ever changes.
            case WriteOutcome.Written _ -> new EditOutcome.Kept(found.get().with(next));
            case WriteOutcome.Refused refused ->
                    refused.at(0)
                            .filter(item -> !item.isEmpty())
                            .map(item -> StoryboardItem.read(owner, item))
                            .<EditOutcome>map(
                                    latest ->
                                            // A reply may be lost, and the client repeats it.
                                            next.equals(latest.edition())
                                                    ? new EditOutcome.Kept(latest)
                                                    : new EditOutcome.Overtaken(latest))
                            .orElseGet(EditOutcome.Unknown::new);
        };
    }

    @Override
    public void note(UserId owner, StoryboardId id, Take take) {
        Map<String, AttributeValue> item = new HashMap<>(take(owner, id, take.generation()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(SHOT, n(take.shot()));
        item.put(AT, s(take.at()));
        tables.putNew(table, item);
    }

    @Override
    public void drop(UserId owner, StoryboardId id, GenerationId generation) {
        tables.delete(table, take(owner, id, generation));
    }

    @Override
    public List<Take> takes(UserId owner, StoryboardId id) {
        String beginning = taken(id);
        return tables.query(LibraryItem.all(table, owner, beginning, TAKES_MAX)).items().stream()
                .map(item -> take(item, beginning))
                .sorted(Comparator.comparing(Take::at))
                .toList();
    }

    @Override
    public boolean delete(UserId owner, StoryboardId id) {
        // These hold no words: if this ends in between, the storyboard can be deleted once more.
        takes(owner, id).forEach(take -> drop(owner, id, take.generation()));
        TransactWriteItem gone =
                TransactWriteItem.builder()
                        .delete(
                                delete ->
                                        delete.tableName(table)
                                                .key(StoryboardItem.key(owner, id))
                                                .conditionExpression("attribute_exists(pk)"))
                        .build();
        return tables.write(LibraryItem.uncounted(table, owner, COUNT), gone)
                instanceof WriteOutcome.Written;
    }

    private static String taken(StoryboardId id) {
        return "TAKE#" + id + "#";
    }

    private static Map<String, AttributeValue> take(
            UserId owner, StoryboardId id, GenerationId generation) {
        return LibraryItem.key(owner, taken(id) + generation);
    }

    private static Take take(Map<String, AttributeValue> stored, String beginning) {
        Attributes item = Attributes.ofItem(stored);
        return new Take(
                Math.toIntExact(item.number(SHOT)),
                new GenerationId(item.text(Attributes.SK).substring(beginning.length())),
                item.instant(AT));
    }
}
