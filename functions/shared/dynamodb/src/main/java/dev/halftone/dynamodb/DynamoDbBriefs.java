package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.UserId;
import dev.halftone.core.brief.Brief;
import dev.halftone.core.brief.BriefId;
import dev.halftone.core.brief.Briefs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Briefs in the Studio table, beside the owner's projects: the latest wording, and each by itself.
 *
 * <pre>
 * pk LIBRARY#&lt;user&gt;  sk BRIEF#&lt;id&gt;
 *                    sk WORDING#&lt;id&gt;#&lt;version, 3 digits&gt;
 * </pre>
 */
public final class DynamoDbBriefs implements Briefs {

    private static final String LATEST = "BRIEF#";
    private static final String EACH = "WORDING#";
    private static final String COUNT = "briefs"; // N
    private static final String NAME = "name"; // S
    private static final String TEXT = "text"; // S
    private static final String NUMBER = "number"; // N, of the wording
    private static final String WRITTEN_AT = "writtenAt"; // S, instant
    private static final int ID_CHARACTERS = 36;
    private static final int TRIES_MAX = 4;

    private final Tables tables;
    private final String table;

    public DynamoDbBriefs(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public BriefOutcome create(Brief first) {
        WriteOutcome written =
                tables.write(
                        LibraryItem.counted(table, first.owner(), COUNT, BRIEFS_MAX),
                        Actions.putNew(table, write(LATEST + first.id(), first)),
                        Actions.putNew(table, write(each(first), first)));
        return switch (written) {
            case WriteOutcome.Written _ -> new BriefOutcome.Written(first);
            case WriteOutcome.Refused refused ->
                    refused.at(1)
                            .<BriefOutcome>map(
                                    item -> new BriefOutcome.Written(read(first.owner(), item)))
                            .orElseGet(BriefOutcome.TooMany::new);
        };
    }

    @Override
    public BriefOutcome rewrite(Brief next) {
        TransactWriteItem latest =
                TransactWriteItem.builder()
                        .put(
                                put ->
                                        put.tableName(table)
                                                .item(write(LATEST + next.id(), next))
                                                .conditionExpression("#number = :before")
                                                .expressionAttributeNames(Map.of("#number", NUMBER))
                                                .expressionAttributeValues(
                                                        Map.of(":before", n(next.version() - 1)))
                                                .returnValuesOnConditionCheckFailure(
                                                        ReturnValuesOnConditionCheckFailure
                                                                .ALL_OLD))
                        .build();
        return switch (tables.write(latest, Actions.putNew(table, write(each(next), next)))) {
            case WriteOutcome.Written _ -> new BriefOutcome.Written(next);
            case WriteOutcome.Refused refused ->
                    refused.at(0)
                            .filter(item -> !item.isEmpty())
                            .map(item -> read(next.owner(), item))
                            .<BriefOutcome>map(
                                    found ->
                                            isSame(found, next)
                                                    ? new BriefOutcome.Written(found)
                                                    : new BriefOutcome.Overtaken(found))
                            .orElseGet(BriefOutcome.Unknown::new);
        };
    }

    /** A reply may be lost, and the client repeats the write on its own. */
    private static boolean isSame(Brief found, Brief next) {
        return found.version() == next.version()
                && found.name().equals(next.name())
                && found.text().equals(next.text());
    }

    @Override
    public List<Brief> of(UserId owner) {
        return tables.query(LibraryItem.all(table, owner, LATEST, BRIEFS_MAX)).items().stream()
                .map(item -> read(owner, item))
                .toList();
    }

    @Override
    public Optional<Brief> find(UserId owner, BriefId id, int version) {
        return get(owner, each(id, version));
    }

    @Override
    public Optional<Brief> latest(UserId owner, BriefId id) {
        return get(owner, LATEST + id);
    }

    private Optional<Brief> get(UserId owner, String sort) {
        return Optional.of(tables.get(table, LibraryItem.key(owner, sort)))
                .filter(item -> !item.isEmpty())
                .map(item -> read(owner, item));
    }

    @Override
    public boolean delete(UserId owner, BriefId id) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            Optional<Brief> latest = latest(owner, id);
            if (latest.isEmpty()) {
                return false;
            }
            if (tables.write(deletion(latest.get())) instanceof WriteOutcome.Written) {
                return true;
            }
        }
        throw new TransientFailure("dynamodb", "a brief was rewritten during every attempt");
    }

    private List<TransactWriteItem> deletion(Brief latest) {
        UserId owner = latest.owner();
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(LibraryItem.uncounted(table, owner, COUNT));
        actions.add(
                TransactWriteItem.builder()
                        .delete(
                                delete ->
                                        delete.tableName(table)
                                                .key(LibraryItem.key(owner, LATEST + latest.id()))
                                                .conditionExpression("#number = :seen")
                                                .expressionAttributeNames(Map.of("#number", NUMBER))
                                                .expressionAttributeValues(
                                                        Map.of(":seen", n(latest.version()))))
                        .build());
        for (int version = 1; version <= latest.version(); version++) {
            Map<String, AttributeValue> key = LibraryItem.key(owner, each(latest.id(), version));
            actions.add(
                    TransactWriteItem.builder()
                            .delete(delete -> delete.tableName(table).key(key))
                            .build());
        }
        return actions;
    }

    private static String each(Brief brief) {
        return each(brief.id(), brief.version());
    }

    private static String each(BriefId id, int version) {
        return EACH + id + "#%03d".formatted(version);
    }

    private static Map<String, AttributeValue> write(String sort, Brief brief) {
        Map<String, AttributeValue> item = new HashMap<>(LibraryItem.key(brief.owner(), sort));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(NAME, s(brief.name()));
        item.put(TEXT, s(brief.text()));
        item.put(NUMBER, n(brief.version()));
        item.put(WRITTEN_AT, s(brief.writtenAt()));
        return item;
    }

    private static Brief read(UserId owner, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        String sort = item.text(Attributes.SK);
        int begins = sort.indexOf('#') + 1;
        return new Brief(
                new BriefId(sort.substring(begins, begins + ID_CHARACTERS)),
                owner,
                item.text(NAME),
                item.text(TEXT),
                Math.toIntExact(item.number(NUMBER)),
                item.instant(WRITTEN_AT));
    }
}
