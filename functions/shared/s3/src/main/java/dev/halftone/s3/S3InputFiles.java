package dev.halftone.s3;

import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.generation.InputFiles;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** The checked uploads of people in a bucket, to be read and never changed. */
public final class S3InputFiles implements InputFiles {

    private final S3Client client;
    private final String bucket;

    public S3InputFiles(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public boolean fetch(AssetKey key, Path target) {
        return S3MediaStore.fetch(client, bucket, key.value(), target);
    }
}
