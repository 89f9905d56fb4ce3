package dev.halftone.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Makes the clients with every limit spelled out. Endpoint, region and credentials come from the
 * SDK's standard providers, so the store may be S3, R2 or an engine on this machine.
 */
public final class S3Clients {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);
    // A film of 200 MB takes some seconds; a worker has a minute.
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(90);
    private static final int ATTEMPTS_MAX = 3;

    private S3Clients() {}

    public static S3Client create() {
        return create(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(SOCKET_TIMEOUT)
                        .build());
    }

    /** The same over another network. */
    public static S3Client create(SdkHttpClient http) {
        return S3Client.builder()
                .httpClient(http)
                .overrideConfiguration(
                        override ->
                                override.apiCallTimeout(CALL_TIMEOUT)
                                        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                                        .retryStrategy(
                                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                        .maxAttempts(ATTEMPTS_MAX)
                                                        .build()))
                // The SDK's default trailing checksums are refused by R2.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    /** Signs links; it never calls the store. */
    public static S3Presigner presigner() {
        return S3Presigner.create();
    }
}
