package dev.halftone.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.template.Stack;
import dev.halftone.template.StackBuckets;
import dev.halftone.template.StackQueues;
import dev.halftone.template.StackTables;
import dev.halftone.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The deployed templates, made in the engines, twice each: a second start finds them there. */
class StackIT {
    private static final Stack DATA = Stack.inRepository("infra/data.yaml");
    private static final Stack MESSAGING = Stack.inRepository("infra/messaging.yaml");

    @TempDir private Path folder;

    @Test
    void makesTheTablesWithTheirIndexesAndExpiry() {
        try (DynamoDbEngine engine = DynamoDbEngine.start(null, 0);
                DynamoDbClient client = Clients.of(engine)) {
            StackTables.create(DATA, client);
            Map<String, String> names = StackTables.create(DATA, client);

            assertThat(client.listTables().tableNames())
                    .containsExactlyInAnyOrderElementsOf(names.values());
            assertThat(describe(client, names, "StudioTable").globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("history", "project", "due");
            assertThat(describe(client, names, "LedgerTable").localSecondaryIndexes())
                    .extracting(LocalSecondaryIndexDescription::indexName)
                    .containsExactly("statement");
            String sessions = names.getOrDefault("SessionsTable", "");
            assertThat(
                            client.describeTimeToLive(d -> d.tableName(sessions))
                                    .timeToLiveDescription()
                                    .attributeName())
                    .isEqualTo("expiresAt");
        }
    }

    // A folder of an earlier version must not be a studio that starts and then fails.
    @Test
    void givesATableFromAnEarlierStartWhatItsTemplateGained() {
        try (DynamoDbEngine engine = DynamoDbEngine.start(null, 0);
                DynamoDbClient client = Clients.of(engine)) {
            StackTables.create(table(""), client);
            StackTables.create(
                    table(
                            """
                                  GlobalSecondaryIndexes:
                                    - IndexName: bySk
                                      KeySchema: [{ AttributeName: sk, KeyType: HASH }]
                                      Projection: { ProjectionType: KEYS_ONLY }
                                    - IndexName: byBoth
                                      KeySchema:
                                        - { AttributeName: sk, KeyType: HASH }
                                        - { AttributeName: pk, KeyType: RANGE }
                                      Projection: { ProjectionType: ALL }
                                  StreamSpecification: { StreamViewType: NEW_IMAGE }
                            """),
                    client);

            TableDescription grown = describe(client, Map.of("T", "halftone-T"), "T");
            assertThat(grown.globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactlyInAnyOrder("bySk", "byBoth");
            assertThat(grown.streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
        }
    }

    private Stack table(String more) {
        try {
            Path file = folder.resolve("table.yaml");
            Files.writeString(
                    file,
                    """
                    Resources:
                      T:
                        Type: AWS::DynamoDB::Table
                        Properties:
                          AttributeDefinitions:
                            - { AttributeName: pk, AttributeType: S }
                            - { AttributeName: sk, AttributeType: S }
                          KeySchema:
                            - { AttributeName: pk, KeyType: HASH }
                            - { AttributeName: sk, KeyType: RANGE }
                    """
                            + more);
            return new Stack(Template.read(file), Map.of(), URI.create("http://127.0.0.1:1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void makesTheBuckets() {
        try (S3Engine engine = S3Engine.start(null, 0);
                S3Client client = Clients.of(engine)) {
            StackBuckets.create(DATA, client);
            Map<String, String> names = StackBuckets.create(DATA, client);

            assertThat(client.listBuckets().buckets())
                    .extracting(Bucket::name)
                    .containsExactlyInAnyOrderElementsOf(names.values());
        }
    }

    @Test
    void makesTheQueuesWithTheirDeadLetterQueues() {
        try (SqsEngine engine = SqsEngine.start(null, 0);
                SqsClient client = Clients.of(engine)) {
            StackQueues.create(MESSAGING, client);
            Map<String, String> urls = StackQueues.create(MESSAGING, client);

            assertThat(client.listQueues().queueUrls())
                    .containsExactlyInAnyOrderElementsOf(urls.values());
            String provider = urls.getOrDefault("ProviderQueue", "");
            Map<QueueAttributeName, String> attributes =
                    client.getQueueAttributes(
                                    get ->
                                            get.queueUrl(provider)
                                                    .attributeNames(QueueAttributeName.ALL))
                            .attributes();
            assertThat(attributes)
                    .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "1440")
                    .containsEntry(
                            QueueAttributeName.QUEUE_ARN,
                            "arn:aws:sqs:us-east-1:000000000000:halftone-local-provider");
            assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                    .contains("halftone-local-provider-dead")
                    .contains("5");
        }
    }

    private static TableDescription describe(
            DynamoDbClient client, Map<String, String> names, String logicalId) {
        String name = names.getOrDefault(logicalId, "");
        return client.describeTable(d -> d.tableName(name)).table();
    }
}
