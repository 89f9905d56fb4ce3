package dev.halftone.function.mediaintake;

import dev.halftone.dynamodb.DynamoDbAssets;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.imaging.ImageIoPictures;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.s3.S3AssetFiles;
import dev.halftone.s3.S3Clients;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Composes the function. */
public class MediaIntakeApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        return new QueueFunction(
                new MediaIntakeFunction(ports(MediaIntakeConfig.from(environment))));
    }

    /** The real adapters; tests put others in their place. */
    MediaIntakePorts ports(MediaIntakeConfig config) {
        return new MediaIntakePorts(
                primed(
                        new DynamoDbAssets(dynamoDb(), config.studioTable()),
                        assets -> assets.find(Nobody.ASSET)),
                primed(
                        new S3AssetFiles(s3(), S3Clients.presigner(), config.mediaBucket()),
                        files -> files.size(Nobody.UPLOAD)),
                new ImageIoPictures(),
                Environment.clock(Clock.systemUTC()));
    }

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected S3Client s3() {
        return S3Clients.create();
    }
}
