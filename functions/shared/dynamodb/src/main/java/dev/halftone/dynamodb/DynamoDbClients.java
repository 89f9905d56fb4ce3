package dev.halftone.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the client with every limit spelled out. Endpoint, region and credentials come from the
 * SDK's standard providers.
 */
public final class DynamoDbClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    // A transaction takes 25 ms, and 250 ms in the slowest of a thousand.
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
    // All attempts together, well within the 30 seconds that the gateway waits for an answer.
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS_MAX = 4;

    private DynamoDbClients() {}

    public static DynamoDbClient create() {
        return create(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT)
                        .build());
    }

    /** The same over another network. */
    public static DynamoDbClient create(SdkHttpClient http) {
        return DynamoDbClient.builder()
                .httpClient(http)
                .overrideConfiguration(
                        override ->
                                override.apiCallTimeout(CALL_TIMEOUT)
                                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                                        .retryStrategy(
                                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                        .maxAttempts(ATTEMPTS_MAX)
                                                        .build()))
                .build();
    }
}
