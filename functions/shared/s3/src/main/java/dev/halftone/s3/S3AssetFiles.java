package dev.halftone.s3;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.FetchRules;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Uploads in a bucket. */
public final class S3AssetFiles implements AssetFiles {

    // Three bytes are the most that a character of such an address has.
    private static final int ADDRESS_BYTES_MAX = 3 * FetchRules.CHARACTERS_MAX;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3AssetFiles(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Ticket ticket(AssetKey key, AssetType type, long bytes, Duration lifetime) {
        // All three are signed: a file of another size or type, or a second one, is refused.
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key.value())
                        .contentType(type.contentType())
                        .contentLength(bytes)
                        .ifNoneMatch("*")
                        .build();
        URI url =
                call(
                        () ->
                                URI.create(
                                        presigner
                                                .presignPutObject(
                                                        sign ->
                                                                sign.signatureDuration(lifetime)
                                                                        .putObjectRequest(request))
                                                .url()
                                                .toExternalForm()));
        return new Ticket(url, Map.of("content-type", type.contentType(), "if-none-match", "*"));
    }

    @Override
    public Optional<Long> size(AssetKey key) {
        // Asked for its first byte, every store also says of how many that is.
        return present(
                () ->
                        totalBytes(
                                client.getObject(
                                                get ->
                                                        get.bucket(bucket)
                                                                .key(key.value())
                                                                .range("bytes=0-0"),
                                                ResponseTransformer.toBytes())
                                        .response()
                                        .contentRange()));
    }

    @Override
    public ByteBuffer read(AssetKey key, long at, int length) {
        return call(
                () -> {
                    byte[] part =
                            client.getObject(
                                            get ->
                                                    get.bucket(bucket)
                                                            .key(key.value())
                                                            .range(
                                                                    "bytes="
                                                                            + at
                                                                            + "-"
                                                                            + (at + length - 1)),
                                            ResponseTransformer.toBytes())
                                    .asByteArray();
                    return ByteBuffer.wrap(part);
                });
    }

    @Override
    public boolean fetch(AssetKey key, Path target) {
        return present(
                        () ->
                                client.getObject(
                                        get -> get.bucket(bucket).key(key.value()),
                                        // The SDK's own transformer refuses a file that exists.
                                        (_, content) ->
                                                Files.copy(
                                                        content,
                                                        target,
                                                        StandardCopyOption.REPLACE_EXISTING)))
                .isPresent();
    }

    @Override
    public void put(AssetKey key, String contentType, Path file) {
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key.value())
                        .contentType(contentType)
                        .build();
        call(() -> client.putObject(request, RequestBody.fromFile(file)));
    }

    @Override
    public void putAddress(AssetId id, String address) {
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(AssetKey.address(id).value())
                        .contentType("text/plain")
                        .build();
        call(() -> client.putObject(request, RequestBody.fromString(address)));
    }

    @Override
    public Optional<String> address(AssetId id) {
        return present(
                () ->
                        client.getObject(
                                        get ->
                                                get.bucket(bucket)
                                                        .key(AssetKey.address(id).value())
                                                        .range("bytes=0-" + ADDRESS_BYTES_MAX),
                                        ResponseTransformer.toBytes())
                                .asUtf8String());
    }

    @Override
    public void remove(AssetKey key) {
        call(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key.value())));
    }

    @Override
    public URI link(AssetKey key, Duration lifetime, @Nullable String downloadName) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key.value());
        if (downloadName != null) {
            request.responseContentDisposition(
                    "attachment; filename=\"" + S3MediaStore.plain(downloadName) + "\"");
        }
        return call(
                () ->
                        URI.create(
                                presigner
                                        .presignGetObject(
                                                sign ->
                                                        sign.signatureDuration(lifetime)
                                                                .getObjectRequest(request.build()))
                                        .url()
                                        .toExternalForm()));
    }

    /** The number behind the slash, as in {@code bytes 0-0/1234} (RFC 9110, section 14.4). */
    private static long totalBytes(String contentRange) {
        return Long.parseLong(contentRange.substring(contentRange.indexOf('/') + 1));
    }

    private static <T> Optional<T> present(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (S3Exception e) {
            if (StoreFailure.isAbsence(e)) {
                return Optional.empty();
            }
            throw StoreFailure.translated(e);
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }

    private static <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }
}
