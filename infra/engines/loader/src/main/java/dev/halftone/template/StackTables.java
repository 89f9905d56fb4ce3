package dev.halftone.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * The tables of a template, made in an engine. Those that are there already keep what they hold,
 * and get what the template has gained since.
 */
public final class StackTables {
    private StackTables() {}

    /** Makes them, and answers each table's name by its logical id. */
    public static Map<String, String> create(Stack stack, DynamoDbClient client) {
        Resolver resolver = stack.resolver();
        Map<String, String> names = new LinkedHashMap<>();
        for (Resource table : stack.template().resources(LocalNames.TABLE)) {
            Map<String, Object> properties =
                    resolver.map(table.properties(), "table " + table.logicalId());
            String name = LocalNames.table(table);
            createTable(client, name, properties);
            Object timeToLive = properties.get("TimeToLiveSpecification");
            if (timeToLive != null) {
                String attribute =
                        Values.text(Values.map(timeToLive, name).get("AttributeName"), name);
                enableTimeToLive(client, name, attribute);
            }
            names.put(table.logicalId(), name);
        }
        return names;
    }

    private static void createTable(
            DynamoDbClient client, String name, Map<String, Object> properties) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(keys(properties))
                        .attributeDefinitions(attributes(properties));
        List<GlobalSecondaryIndex> global = new ArrayList<>();
        for (Map<String, Object> index : maps(properties.get("GlobalSecondaryIndexes"))) {
            global.add(
                    GlobalSecondaryIndex.builder()
                            .indexName(text(index, "IndexName"))
                            .keySchema(keys(index))
                            .projection(projection(index))
                            .build());
        }
        List<LocalSecondaryIndex> local = new ArrayList<>();
        for (Map<String, Object> index : maps(properties.get("LocalSecondaryIndexes"))) {
            local.add(
                    LocalSecondaryIndex.builder()
                            .indexName(text(index, "IndexName"))
                            .keySchema(keys(index))
                            .projection(projection(index))
                            .build());
        }
        // An empty list is refused: a table without indexes must not mention them.
        if (!global.isEmpty()) {
            request.globalSecondaryIndexes(global);
        }
        if (!local.isEmpty()) {
            request.localSecondaryIndexes(local);
        }
        stream(properties).ifPresent(request::streamSpecification);
        try {
            client.createTable(request.build());
        } catch (ResourceInUseException _) {
            TableGrowth.grow(client, request.build());
        }
    }

    private static Optional<StreamSpecification> stream(Map<String, Object> properties) {
        return Optional.ofNullable(properties.get("StreamSpecification"))
                .map(
                        stream ->
                                StreamSpecification.builder()
                                        .streamEnabled(true)
                                        .streamViewType(
                                                text(
                                                        Values.map(stream, "StreamSpecification"),
                                                        "StreamViewType"))
                                        .build());
    }

    /** Asking twice is an error in the engine, so it is asked first whether it was. */
    private static void enableTimeToLive(DynamoDbClient client, String table, String attribute) {
        TimeToLiveStatus now =
                client.describeTimeToLive(describe -> describe.tableName(table))
                        .timeToLiveDescription()
                        .timeToLiveStatus();
        if (now == TimeToLiveStatus.ENABLED || now == TimeToLiveStatus.ENABLING) {
            return;
        }
        client.updateTimeToLive(
                update ->
                        update.tableName(table)
                                .timeToLiveSpecification(
                                        to -> to.attributeName(attribute).enabled(true)));
    }

    private static List<AttributeDefinition> attributes(Map<String, Object> properties) {
        return maps(properties.get("AttributeDefinitions")).stream()
                .map(
                        attribute ->
                                AttributeDefinition.builder()
                                        .attributeName(text(attribute, "AttributeName"))
                                        .attributeType(text(attribute, "AttributeType"))
                                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(Map<String, Object> properties) {
        return maps(properties.get("KeySchema")).stream()
                .map(
                        key ->
                                KeySchemaElement.builder()
                                        .attributeName(text(key, "AttributeName"))
                                        .keyType(text(key, "KeyType"))
                                        .build())
                .toList();
    }

    private static Projection projection(Map<String, Object> index) {
        Map<String, Object> projection = Values.map(index.get("Projection"), "Projection");
        Projection.Builder builder =
                Projection.builder().projectionType(text(projection, "ProjectionType"));
        Object attributes = projection.get("NonKeyAttributes");
        if (attributes != null) {
            builder.nonKeyAttributes(
                    Values.list(attributes, "NonKeyAttributes").stream()
                            .map(String::valueOf)
                            .toList());
        }
        return builder.build();
    }

    private static String text(Map<String, Object> map, String key) {
        return Values.text(map.get(key), key);
    }

    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null
                ? List.of()
                : Values.list(list, "a table").stream().map(v -> Values.map(v, "a table")).toList();
    }
}
