package dev.halftone.s3;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.archive.ArchiveKey;
import dev.halftone.core.archive.Archives;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Archives in the media bucket, where its lifecycle rule takes them away. Files go from the store
 * through one part of the upload back into the store, never whole through memory.
 */
public final class S3Archives implements Archives {

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Archives(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public void pack(ArchiveKey archive, String list, List<Entry> entries) {
        try {
            S3Upload upload = S3Upload.begin(client, bucket, archive.value());
            try {
                write(list, entries, upload);
                upload.complete();
            } finally {
                upload.abandon();
            }
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        } catch (IOException e) {
            throw new TransientFailure("s3", "a file broke off while it was packed", e);
        }
    }

    private void write(String list, List<Entry> entries, S3Upload upload) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(upload)) {
            // Pictures and films are compressed already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry(LIST_NAME));
            zip.write(list.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (Entry entry : entries) {
                add(entry, zip);
            }
        }
    }

    private void add(Entry entry, ZipOutputStream zip) throws IOException {
        GetObjectRequest get =
                GetObjectRequest.builder().bucket(bucket).key(entry.key().value()).build();
        try (InputStream content = client.getObject(get)) {
            zip.putNextEntry(new ZipEntry(entry.name()));
            content.transferTo(zip);
            zip.closeEntry();
        } catch (S3Exception e) {
            if (!StoreFailure.isAbsence(e)) {
                throw e;
            }
            // Its owner removed it while the others were packed.
        }
    }

    @Override
    public Optional<URI> link(ArchiveKey archive, Duration lifetime, String downloadName) {
        return isThere(archive)
                ? Optional.of(
                        S3MediaStore.link(
                                presigner, bucket, archive.value(), lifetime, downloadName))
                : Optional.empty();
    }

    private boolean isThere(ArchiveKey archive) {
        try {
            client.headObject(head -> head.bucket(bucket).key(archive.value()));
            return true;
        } catch (S3Exception e) {
            if (StoreFailure.isAbsence(e)) {
                return false;
            }
            throw StoreFailure.translated(e);
        } catch (SdkException e) {
            throw StoreFailure.translated(e);
        }
    }
}
