package dev.halftone.local.datamap;

import dev.halftone.core.privacy.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Every object that lies in a bucket now. */
final class StoredObjects {
    private StoredObjects() {}

    static void report(S3Client objects, Observation observation) {
        for (Bucket bucket : objects.listBuckets().buckets()) {
            ListObjectsV2Response page = objects.listObjectsV2(list -> list.bucket(bucket.name()));
            if (page.isTruncated()) {
                throw new IllegalStateException("More objects than a test should make");
            }
            List<String> keys = page.contents().stream().map(S3Object::key).toList();
            for (String key : keys) {
                HeadObjectResponse head =
                        objects.headObject(get -> get.bucket(bucket.name()).key(key));
                observation.see(new Place.StoredObject(key), key);
                observation.see(
                        new Place.ObjectContent(key),
                        objects.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key))
                                .asString(StandardCharsets.ISO_8859_1));
                observation.see(new Place.ObjectHeader("content-type"), head.contentType());
                head.metadata()
                        .forEach(
                                (name, value) ->
                                        observation.see(
                                                new Place.ObjectHeader("x-amz-meta-" + name),
                                                value));
            }
        }
    }
}
