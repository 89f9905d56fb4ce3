package dev.halftone.s3;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a failure of the store means. */
final class StoreFailure {

    static final int FORBIDDEN = 403;
    static final int NOT_THERE = 404;

    private static final String DEPENDENCY = "s3";
    private static final int CONFLICT = 409;

    private StoreFailure() {}

    /** Whether nothing lies there: who may not list a bucket is told "forbidden" of a free key. */
    static boolean isAbsence(S3Exception e) {
        return !(e instanceof NoSuchBucketException)
                && (e.statusCode() == NOT_THERE || e.statusCode() == FORBIDDEN);
    }

    static RuntimeException translated(SdkException e) {
        return switch (e) {
            case SdkClientException _ -> new TransientFailure(DEPENDENCY, "no answer", e);
            case NoSuchBucketException _ -> new PermanentFailure(DEPENDENCY, "no bucket", e);
            // Two writers of one key at once: the next attempt finds it there.
            case S3Exception service
                    when service.isThrottlingException()
                            || service.statusCode() >= 500
                            || service.statusCode() == CONFLICT ->
                    new TransientFailure(DEPENDENCY, "overloaded", e);
            default -> e;
        };
    }
}
