package dev.halftone.local.crash;

import dev.halftone.engines.DynamoDbEngine;
import dev.halftone.engines.Engine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackTables;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The tables of the deployed template in one engine for all runs, and a client that never fails.
 */
final class Tables {

    private static final DynamoDbEngine ENGINE = DynamoDbEngine.start(null, 0);
    private static final TableService SERVICE = new TableService(ENGINE.endpoint());
    private static final DynamoDbClient CLIENT = connect();
    private static final Map<String, String> NAMES =
            StackTables.create(Stack.inRepository("infra/data.yaml"), CLIENT);

    private Tables() {}

    private static DynamoDbClient connect() {
        return DynamoDbClient.builder()
                .endpointOverride(ENGINE.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        Engine.ACCESS_KEY_ID, Engine.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static TableService service() {
        return SERVICE;
    }

    static DynamoDbClient client() {
        return CLIENT;
    }

    /** What one run learned of its providers is no news of those of the next. */
    static void forgetCircuits() {
        String table = name("StudioTable");
        CLIENT.scan(
                        scan ->
                                scan.tableName(table)
                                        .filterExpression("sk = :circuit")
                                        .projectionExpression("pk, sk")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":circuit",
                                                        AttributeValue.fromS("CIRCUIT"))))
                .items()
                .forEach(key -> CLIENT.deleteItem(delete -> delete.tableName(table).key(key)));
    }

    static String name(String logicalId) {
        return NAMES.getOrDefault(logicalId, "");
    }
}
