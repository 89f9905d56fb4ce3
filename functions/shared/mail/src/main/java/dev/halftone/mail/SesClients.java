package dev.halftone.mail;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * Makes the client with every limit spelled out. Endpoint, region and credentials come from the
 * SDK's standard providers.
 */
public final class SesClients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(7);
    // A letter whose answer was lost is sent twice rather than never.
    private static final int ATTEMPTS_MAX = 2;

    private SesClients() {}

    public static SesV2Client create() {
        return SesV2Client.builder()
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT_TIMEOUT)
                                .socketTimeout(ATTEMPT_TIMEOUT)
                                .build())
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
