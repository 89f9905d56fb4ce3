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

    static String name(String logicalId) {
        return NAMES.getOrDefault(logicalId, "");
    }
}
