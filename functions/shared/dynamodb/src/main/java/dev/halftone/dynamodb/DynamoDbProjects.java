package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.UserId;
import dev.halftone.core.project.Project;
import dev.halftone.core.project.ProjectId;
import dev.halftone.core.project.Projects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Projects in the Studio table; {@link LibraryItem} says where. */
public final class DynamoDbProjects implements Projects {

    private static final String PREFIX = "PROJECT#";
    private static final String COUNT = "projects"; // N
    private static final String NAME = "name"; // S
    private static final String DIRECTION = "direction"; // S, absent if that is left open
    private static final String CREATED_AT = "createdAt"; // S, instant

    private final Tables tables;
    private final String table;

    public DynamoDbProjects(DynamoDbClient client, String studioTable) {
        this.tables = new Tables(client);
        this.table = studioTable;
    }

    @Override
    public CreateOutcome create(Project project) {
        WriteOutcome written =
                tables.write(
                        LibraryItem.counted(table, project.owner(), COUNT, PROJECTS_MAX),
                        Actions.putNew(table, write(project)));
        return switch (written) {
            case WriteOutcome.Written _ -> new CreateOutcome.Created(project);
            case WriteOutcome.Refused refused ->
                    refused.at(1)
                            .<CreateOutcome>map(
                                    item -> new CreateOutcome.Existing(read(project.owner(), item)))
                            .orElseGet(CreateOutcome.TooMany::new);
        };
    }

    @Override
    public Optional<Project> find(UserId owner, ProjectId id) {
        return Optional.of(tables.get(table, key(owner, id)))
                .filter(item -> !item.isEmpty())
                .map(item -> read(owner, item));
    }

    @Override
    public List<Project> of(UserId owner) {
        return tables.query(LibraryItem.all(table, owner, PREFIX, PROJECTS_MAX)).items().stream()
                .map(item -> read(owner, item))
                .toList();
    }

    @Override
    public boolean change(Project changed) {
        boolean directed = changed.direction() != null;
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":name", s(changed.name()));
        if (changed.direction() != null) {
            values.put(":direction", s(changed.direction()));
        }
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(key(changed.owner(), changed.id()))
                        .updateExpression(
                                "SET #name = :name"
                                        + (directed
                                                ? ", direction = :direction"
                                                : " REMOVE direction"))
                        .conditionExpression("attribute_exists(pk)")
                        .expressionAttributeNames(Map.of("#name", NAME))
                        .expressionAttributeValues(values)
                        .build();
        return tables.update(update) instanceof WriteOutcome.Written;
    }

    @Override
    public boolean delete(UserId owner, ProjectId id) {
        TransactWriteItem gone =
                TransactWriteItem.builder()
                        .delete(
                                delete ->
                                        delete.tableName(table)
                                                .key(key(owner, id))
                                                .conditionExpression("attribute_exists(pk)"))
                        .build();
        return tables.write(LibraryItem.uncounted(table, owner, COUNT), gone)
                instanceof WriteOutcome.Written;
    }

    private static Map<String, AttributeValue> key(UserId owner, ProjectId id) {
        return LibraryItem.key(owner, PREFIX + id);
    }

    private static Map<String, AttributeValue> write(Project project) {
        Map<String, AttributeValue> item = new HashMap<>(key(project.owner(), project.id()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(NAME, s(project.name()));
        if (project.direction() != null) {
            item.put(DIRECTION, s(project.direction()));
        }
        item.put(CREATED_AT, s(project.createdAt()));
        return item;
    }

    private static Project read(UserId owner, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new Project(
                new ProjectId(item.text(Attributes.SK).substring(PREFIX.length())),
                owner,
                item.text(NAME),
                item.optionalText(DIRECTION).orElse(null),
                item.instant(CREATED_AT));
    }
}
