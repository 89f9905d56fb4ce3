package dev.halftone.s3;

import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.ObjectKey;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Media in a bucket, each key written once. */
public final class S3MediaStore implements MediaStore {

    private static final String NOBODYS_KEY = "u/nobody/priming";
    private static final int ALREADY_THERE = 412;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3MediaStore(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public boolean put(ObjectKey key, String contentType, Path file) {
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key.value())
                        .contentType(contentType)
                        .ifNoneMatch("*")
                        .build();
        try {
            client.putObject(request, RequestBody.fromFile(file));
            return true;
        } catch (S3Exception e) {
            // An earlier delivery, or a repetition of this very one, stored it.
            if (e.statusCode() != ALREADY_THERE) {
                throw StoreFailure.translated(e);
            }
            return false;
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    @Override
    public boolean fetch(ObjectKey key, Path target) {
        return fetch(client, bucket, key.value(), target);
    }

    static boolean fetch(S3Client client, String bucket, String key, Path target) {
        try {
            client.getObject(
                    get -> get.bucket(bucket).key(key),
                    // The SDK's own transformer refuses a file that exists.
                    (_, content) ->
                            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING));
            return true;
        } catch (S3Exception e) {
            if (!StoreFailure.isAbsence(e)) {
                throw StoreFailure.translated(e);
            }
            return false;
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    @Override
    public void remove(ObjectKey key) {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(key.value()));
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    @Override
    public URI link(ObjectKey key, Duration lifetime, @Nullable String downloadName) {
        return link(presigner, bucket, key.value(), lifetime, downloadName);
    }

    /** A link to whatever lies under a key. */
    static URI link(
            S3Presigner presigner,
            String bucket,
            String key,
            Duration lifetime,
            @Nullable String downloadName) {
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(key);
        if (downloadName != null) {
            request.responseContentDisposition(
                    "attachment; filename=\"" + plain(downloadName) + "\"");
        }
        try {
            return URI.create(
                    presigner
                            .presignGetObject(
                                    sign ->
                                            sign.signatureDuration(lifetime)
                                                    .getObjectRequest(request.build()))
                            .url()
                            .toExternalForm());
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    /** Asks for a key that nobody has, and leaves the client warm for the first delivery. */
    public void prime() {
        try {
            client.headObject(head -> head.bucket(bucket).key(NOBODYS_KEY));
        } catch (S3Exception _) {
            // Its answer, and the way there.
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    /** A name that needs no escaping in a header. */
    static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
