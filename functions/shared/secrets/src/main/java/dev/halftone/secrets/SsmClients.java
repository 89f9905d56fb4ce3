package dev.halftone.secrets;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Makes the client with every limit spelled out. Endpoint, region and credentials come from the
 * SDK's standard providers.
 */
public final class SsmClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(6);
    private static final int ATTEMPTS_MAX = 3;

    private SsmClients() {}

    public static SsmClient create() {
        return create(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT)
                        .build());
    }

    /** The same over another network. */
    public static SsmClient create(SdkHttpClient http) {
        return SsmClient.builder()
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
