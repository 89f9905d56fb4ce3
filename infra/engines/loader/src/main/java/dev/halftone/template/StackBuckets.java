package dev.halftone.template;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/**
 * The buckets of a template, made in an engine, which knows neither their lifecycle nor their
 * policies and encryption. Those that are there already stay as they are.
 */
public final class StackBuckets {
    private StackBuckets() {}

    /** Makes them, and answers each bucket's name by its logical id. */
    public static Map<String, String> create(Stack stack, S3Client client) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Resource bucket : stack.template().resources(LocalNames.BUCKET)) {
            String name = LocalNames.bucket(bucket);
            try {
                client.createBucket(create -> create.bucket(name));
            } catch (BucketAlreadyExistsException | BucketAlreadyOwnedByYouException _) {
                // Kept from an earlier start.
            }
            names.put(bucket.logicalId(), name);
        }
        return names;
    }
}
