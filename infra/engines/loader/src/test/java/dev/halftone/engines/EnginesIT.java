package dev.halftone.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

class EnginesIT {
    @TempDir private Path state;

    @Test
    void itemsOutliveARestart() {
        Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS("a"));
        try (DynamoDbEngine engine = DynamoDbEngine.start(state, 0);
                DynamoDbClient client = Clients.of(engine)) {
            createTable(client, "things");
            client.putItem(put -> put.tableName("things").item(item));
        }
        try (DynamoDbEngine engine = DynamoDbEngine.start(state, 0);
                DynamoDbClient client = Clients.of(engine)) {
            assertThat(client.getItem(get -> get.tableName("things").key(item)).item())
                    .isEqualTo(item);
        }
    }

    @Test
    void memoryForgets() {
        try (DynamoDbEngine engine = DynamoDbEngine.start(null, 0);
                DynamoDbClient client = Clients.of(engine)) {
            createTable(client, "things");
        }
        try (DynamoDbEngine engine = DynamoDbEngine.start(null, 0);
                DynamoDbClient client = Clients.of(engine)) {
            assertThat(client.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void messagesOutliveARestart() {
        int port = Loopback.port(0);
        String url;
        try (SqsEngine engine = SqsEngine.start(state, port);
                SqsClient client = Clients.of(engine)) {
            url = client.createQueue(create -> create.queueName("things")).queueUrl();
            client.sendMessage(send -> send.queueUrl(url).messageBody("kept"));
        }
        try (SqsEngine engine = SqsEngine.start(state, port);
                SqsClient client = Clients.of(engine)) {
            assertThat(
                            client.receiveMessage(
                                            receive -> receive.queueUrl(url).waitTimeSeconds(10))
                                    .messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("kept"));
        }
    }

    @Test
    void objectsOutliveARestartWithTheirType() {
        try (S3Engine engine = S3Engine.start(state, 0);
                S3Client client = Clients.of(engine)) {
            client.createBucket(create -> create.bucket("things"));
            client.putObject(
                    put -> put.bucket("things").key("folder/a.png").contentType("image/png"),
                    RequestBody.fromString("kept"));
        }
        try (S3Engine engine = S3Engine.start(state, 0);
                S3Client client = Clients.of(engine)) {
            GetObjectResponse object =
                    client.getObjectAsBytes(get -> get.bucket("things").key("folder/a.png"))
                            .response();
            assertThat(object.contentType()).isEqualTo("image/png");
            assertThat(object.contentLength()).isEqualTo(4);
        }
    }

    @Test
    void enginesAnswerOnLoopbackOnly() {
        try (S3Engine s3 = S3Engine.start(null, 0);
                SqsEngine sqs = SqsEngine.start(null, 0);
                DynamoDbEngine dynamoDb = DynamoDbEngine.start(null, 0)) {
            assertThat(s3.endpoint().getHost()).isEqualTo(Loopback.HOST);
            assertThat(sqs.endpoint().getHost()).isEqualTo(Loopback.HOST);
            assertThat(dynamoDb.endpoint().getHost()).isEqualTo(Loopback.HOST);
        }
    }

    private static void createTable(DynamoDbClient client, String name) {
        KeySchemaElement key =
                KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build();
        AttributeDefinition attribute =
                AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build();
        client.createTable(
                create ->
                        create.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .keySchema(key)
                                .attributeDefinitions(attribute));
    }
}
