package dev.halftone.function.uploads;

import dev.halftone.core.asset.AnnounceOutcome;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.lambda.HttpResponse;
import dev.halftone.lambda.Problem;
import java.util.Locale;

/** The refusals of this function, in stable codes. */
final class UploadProblems {
    private UploadProblems() {}

    static HttpResponse keyRequired() {
        return Problem.of(
                        400,
                        "idempotency_key_required",
                        "Send an Idempotency-Key of 8 to 128 letters, digits, '-' or '_'.")
                .response();
    }

    static HttpResponse keyReused() {
        return Problem.of(
                        409,
                        "idempotency_key_reused",
                        "This Idempotency-Key was used for another upload.")
                .response();
    }

    /** A picture of vectors can hold scripts, so it has a code of its own. */
    static HttpResponse unsupportedType(String contentType) {
        String plain = contentType.toLowerCase(Locale.ROOT);
        String code =
                plain.startsWith("image/svg")
                        ? "svg"
                        : plain.startsWith("audio/") ? "unsupported_sound" : "unsupported_type";
        return Problem.of(
                        422,
                        code,
                        "Pictures may be PNG, JPEG or WebP, sounds MP3, WAV or M4A, films MP4.")
                .field("contentType")
                .response();
    }

    static HttpResponse empty() {
        return Problem.of(422, "empty_file", "There is nothing in this file.")
                .field("bytes")
                .response();
    }

    static HttpResponse tooLarge(long bytesMax) {
        return Problem.of(422, "too_large", "This file is larger than what is taken.")
                .field("bytes")
                .with("bytesMax", bytesMax)
                .response();
    }

    static HttpResponse overQuota(AnnounceOutcome.OverQuota outcome) {
        return Problem.of(
                        409,
                        "over_quota",
                        "There is no room left for this. Remove something first.")
                .with("bytesUsed", outcome.use().bytes())
                .with("bytesMax", outcome.quota().bytes())
                .response();
    }

    /** What can be said of an address without asking anybody. */
    static HttpResponse address(AssetRefusal why) {
        return Problem.of(
                        422,
                        why.code(),
                        "An address begins with https:// and the name of a public host.")
                .field("url")
                .response();
    }

    static HttpResponse unknownAsset() {
        return Problem.of(404, "unknown_asset", "There is no such upload.").response();
    }

    static HttpResponse unknownMedia() {
        return Problem.of(404, "unknown_media", "This upload has no such file.").response();
    }

    static HttpResponse stillChecking() {
        return Problem.of(409, "still_checking", "It is being looked at; try again in a moment.")
                .response();
    }
}
