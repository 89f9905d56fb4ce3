package dev.halftone.s3;

import dev.halftone.core.archive.Archives;
import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.engines.Engine;
import dev.halftone.engines.S3Engine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackBuckets;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One bucket for all tests, made from the template, on an engine or wherever the SDK is told. */
final class TestBucket {

    private static final S3Client CLIENT = connect();
    private static final S3Presigner PRESIGNER = S3Clients.presigner();
    private static final Map<String, String> BUCKETS =
            StackBuckets.create(Stack.inRepository("infra/data.yaml"), CLIENT);

    private TestBucket() {}

    static MediaStore mediaStore() {
        return new S3MediaStore(CLIENT, PRESIGNER, name());
    }

    static AssetFiles assetFiles() {
        return new S3AssetFiles(CLIENT, PRESIGNER, name());
    }

    static Archives archives() {
        return new S3Archives(CLIENT, PRESIGNER, name());
    }

    static S3Client client() {
        return CLIENT;
    }

    static String name() {
        return BUCKETS.getOrDefault("MediaBucket", "");
    }

    private static S3Client connect() {
        if (System.getenv("AWS_ENDPOINT_URL") == null) {
            System.setProperty("aws.endpointUrl", S3Engine.start(null, 0).endpoint().toString());
            System.setProperty("aws.region", "us-east-1");
            System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
            System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
        }
        return S3Clients.create();
    }
}
