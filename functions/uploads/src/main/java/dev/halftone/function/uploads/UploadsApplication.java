package dev.halftone.function.uploads;

import dev.halftone.core.asset.AssetWork;
import dev.halftone.dynamodb.DynamoDbAssets;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.s3.S3AssetFiles;
import dev.halftone.s3.S3Clients;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.sqs.SqsAssetQueue;
import dev.halftone.sqs.SqsClients;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class UploadsApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        UploadsConfig config = UploadsConfig.from(environment);
        return UploadsFunction.of(config, ports(config));
    }

    /** The real adapters; tests put others in their place. */
    UploadsPorts ports(UploadsConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        Clock clock = Environment.clock(Clock.systemUTC());
        return new UploadsPorts(
                new DynamoDbSessions(dynamoDb, config.sessionsTable()),
                new DynamoDbRateLimits(dynamoDb, config.insightTable()),
                primed(
                        new DynamoDbAssets(dynamoDb, config.studioTable()),
                        assets -> assets.list(Nobody.USER, 1, null)),
                primed(
                        new S3AssetFiles(s3(), S3Clients.presigner(), config.mediaBucket()),
                        files -> files.link(Nobody.UPLOAD, Duration.ofMinutes(1), null)),
                primed(
                        new SqsAssetQueue(
                                sqs(),
                                Map.of(
                                        AssetWork.Task.CHECK, config.intakeQueueUrl(),
                                        AssetWork.Task.FETCH, config.fetchQueueUrl())),
                        SqsAssetQueue::prime),
                primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime),
                ProfileReader.read(config.profile()),
                clock);
    }

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected S3Client s3() {
        return S3Clients.create();
    }

    protected SqsClient sqs() {
        return SqsClients.create();
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }
}
