package dev.halftone.packaged;

import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.engines.DynamoDbEngine;
import dev.halftone.engines.Engine;
import dev.halftone.engines.S3Engine;
import dev.halftone.engines.SqsEngine;
import dev.halftone.s3.S3Clients;
import dev.halftone.sqs.SqsClients;
import dev.halftone.template.Resolver;
import dev.halftone.template.Stack;
import dev.halftone.template.StackBuckets;
import dev.halftone.template.StackQueues;
import dev.halftone.template.StackTables;
import dev.halftone.template.Template;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The engines with what the template declares in them, and what they hold. */
final class AwsSide implements AutoCloseable {
    private final DynamoDbEngine dynamoDb = DynamoDbEngine.start(null, 0);
    private final SqsEngine sqs = SqsEngine.start(null, 0);
    private final S3Engine s3 = S3Engine.start(null, 0);
    private final Stack stack;
    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final Map<String, String> tableNames = new HashMap<>();
    private final Map<String, String> queueUrls = new HashMap<>();

    AwsSide(Map<String, String> templateParameters) {
        Map<String, String> parameters = new HashMap<>(templateParameters);
        parameters.put("StorageOrigin", s3.endpoint().toString());
        this.stack =
                new Stack(
                        Template.read(Template.repository().resolve("template.yaml")),
                        parameters,
                        sqs.endpoint());
        // For the adapters' own clients, which this side uses too.
        System.setProperty("aws.region", Resolver.REGION);
        System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
        System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.endpoint().toString());
        System.setProperty("aws.endpointUrlSqs", sqs.endpoint().toString());
        System.setProperty("aws.endpointUrlS3", s3.endpoint().toString());
        this.tables = DynamoDbClients.create();
        this.queues = SqsClients.create();
        try (S3Client buckets = S3Clients.create()) {
            for (Stack each : stack.withNested()) {
                tableNames.putAll(StackTables.create(each, tables));
                queueUrls.putAll(StackQueues.create(each, queues));
                StackBuckets.create(each, buckets);
            }
        }
    }

    Stack stack() {
        return stack;
    }

    DynamoDbClient tables() {
        return tables;
    }

    /** The name of a table by its logical id. */
    String table(String logicalId) {
        return Known.in(tableNames, logicalId);
    }

    /** What a process on Lambda would find in its environment to reach these. */
    Map<String, String> variables() {
        return Map.of(
                "AWS_REGION",
                Resolver.REGION,
                "AWS_ACCESS_KEY_ID",
                Engine.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                Engine.SECRET_ACCESS_KEY,
                "AWS_ENDPOINT_URL_DYNAMODB",
                dynamoDb.endpoint().toString(),
                "AWS_ENDPOINT_URL_SQS",
                sqs.endpoint().toString(),
                "AWS_ENDPOINT_URL_S3",
                s3.endpoint().toString());
    }

    /** How many items and messages there are in all, by the name of table and queue. */
    Map<String, Integer> contents() {
        Map<String, Integer> contents = new HashMap<>();
        tableNames
                .values()
                .forEach(
                        name ->
                                contents.put(
                                        name, tables.scan(scan -> scan.tableName(name)).count()));
        queueUrls
                .values()
                .forEach(
                        url ->
                                contents.put(
                                        url,
                                        Integer.parseInt(
                                                queues.getQueueAttributes(
                                                                get ->
                                                                        get.queueUrl(url)
                                                                                .attributeNames(
                                                                                        QueueAttributeName
                                                                                                .ALL))
                                                        .attributes()
                                                        .get(
                                                                QueueAttributeName
                                                                        .APPROXIMATE_NUMBER_OF_MESSAGES))));
        return contents;
    }

    @Override
    public void close() {
        tables.close();
        queues.close();
        s3.close();
        sqs.close();
        dynamoDb.close();
    }
}
