package dev.halftone.s3;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object that is written part by part, of which one is in memory. Unless completed, it goes. */
final class S3Upload extends OutputStream {

    // S3 takes no smaller part but the last, and no more than 10,000 of them.
    static final int PART_BYTES = 8 * 1024 * 1024;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String upload;
    private final byte[] part = new byte[PART_BYTES];
    private final List<CompletedPart> parts = new ArrayList<>();
    private int filled;
    private boolean completed;

    private S3Upload(S3Client client, String bucket, String key, String upload) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.upload = upload;
    }

    static S3Upload begin(S3Client client, String bucket, String key) {
        String upload =
                client.createMultipartUpload(
                                create ->
                                        create.bucket(bucket)
                                                .key(key)
                                                .contentType("application/zip"))
                        .uploadId();
        return new S3Upload(client, bucket, key, upload);
    }

    @Override
    public void write(int each) {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, PART_BYTES - filled);
            System.arraycopy(bytes, from, part, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
            if (filled == PART_BYTES) {
                send();
            }
        }
    }

    private void send() {
        int number = parts.size() + 1;
        byte[] content = filled == PART_BYTES ? part : Arrays.copyOf(part, filled);
        String tag =
                client.uploadPart(
                                send ->
                                        send.bucket(bucket)
                                                .key(key)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromBytes(content))
                        .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        filled = 0;
    }

    void complete() {
        if (filled > 0) {
            send();
        }
        client.completeMultipartUpload(
                done ->
                        done.bucket(bucket)
                                .key(key)
                                .uploadId(upload)
                                .multipartUpload(all -> all.parts(parts)));
        completed = true;
    }

    /** Takes back what was written, if it never became an object. */
    void abandon() {
        if (!completed) {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
        }
    }
}
