package dev.halftone.local;

import dev.halftone.engines.Engine;
import dev.halftone.template.Resolver;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stack's own clients of the engines; the functions have theirs. */
final class LocalClients {
    /** A machine that starts everything at once is slow for a moment. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(Engine.ACCESS_KEY_ID, Engine.SECRET_ACCESS_KEY));

    private LocalClients() {}

    static DynamoDbClient dynamoDb(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    static DynamoDbStreamsClient streams(URI endpoint) {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    static SqsClient sqs(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    static S3Client s3(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(CREDENTIALS)
                .httpClient(http())
                .build();
    }

    private static SdkHttpClient http() {
        return UrlConnectionHttpClient.builder().socketTimeout(ANSWER_WITHIN).build();
    }
}
