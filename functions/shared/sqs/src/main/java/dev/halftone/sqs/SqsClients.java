package dev.halftone.sqs;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the client with every limit spelled out. Endpoint, region and credentials come from the
 * SDK's standard providers.
 */
public final class SqsClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    // A caller may be waiting, and a message that is not sent does no harm: give up early.
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS_MAX = 3;

    private SqsClients() {}

    public static SqsClient create() {
        return create(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT)
                        .build());
    }

    /** The same over another network. */
    public static SqsClient create(SdkHttpClient http) {
        return SqsClient.builder()
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
