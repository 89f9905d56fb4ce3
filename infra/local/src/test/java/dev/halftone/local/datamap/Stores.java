package dev.halftone.local.datamap;

import dev.halftone.engines.Engine;
import dev.halftone.local.LocalPorts;
import dev.halftone.template.Resolver;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of the engines, past every function. */
record Stores(
        DynamoDbClient tables, DynamoDbStreamsClient streams, SqsClient queues, S3Client objects)
        implements AutoCloseable {

    static Stores at(LocalPorts ports) {
        return new Stores(
                client(DynamoDbClient.builder(), ports.dynamoDb()),
                client(DynamoDbStreamsClient.builder(), ports.dynamoDb()),
                client(SqsClient.builder(), ports.sqs()),
                client(
                        // As the functions send, without checksums of the SDK's own.
                        S3Client.builder()
                                .requestChecksumCalculation(
                                        RequestChecksumCalculation.WHEN_REQUIRED),
                        ports.s3()));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, int port) {
        return builder.endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.of(Resolver.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        Engine.ACCESS_KEY_ID, Engine.SECRET_ACCESS_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        tables.close();
        streams.close();
        queues.close();
        objects.close();
    }
}
