package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.TemporaryFile;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.mark.MarkFile.MarkOutcome;
import dev.halftone.core.mark.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Fetches results, checks that they are what was asked for, marks and stores them. */
public final class CopyResults {

    /** The largest picture that is stored. */
    private static final long IMAGE_BYTES_MAX = 64L * 1024 * 1024;

    /** The largest film that is stored: a minute at 25 megabits a second. */
    private static final long VIDEO_BYTES_MAX = 200L * 1024 * 1024;

    static final int RESULTS_MAX = 4;

    private final ResultDownload download;
    private final MediaStore store;
    private final MarkFile marking;

    public CopyResults(ResultDownload download, MediaStore store, MarkFile marking) {
        this.download = download;
        this.store = store;
        this.marking = marking;
    }

    /** What became of the results of one generation. */
    sealed interface Outcome {

        record Stored(List<Media> media) implements Kept {
            public Stored {
                media = List.copyOf(media);
            }
        }

        /** There, but not what was asked for. */
        record Rejected(String detail) implements Kept {}

        /** An address is no longer served. */
        record Expired(String detail) implements Outcome {}

        /** Not fetched or not stored: nothing is known against them. */
        record Missing(String detail) implements Kept {}
    }

    /** What became of a result that needs no fetching. */
    sealed interface Kept extends Outcome {}

    /** What became of one of them. */
    private sealed interface One {

        record Good(Media media) implements Checked {}

        record Bad(String detail) implements Checked {}

        record Expired(String detail) implements One {}

        record Missing(String detail) implements Checked {}
    }

    private sealed interface Checked extends One {}

    Outcome copy(Generation generation, List<ProviderMedia> results) {
        if (results.isEmpty() || results.size() > RESULTS_MAX) {
            return new Outcome.Rejected("unexpected number of results");
        }
        List<Media> media = new ArrayList<>();
        for (ProviderMedia result : results) {
            switch (copy(generation, result, media.size())) {
                case One.Good good -> media.add(good.media());
                case One.Bad bad -> {
                    return new Outcome.Rejected(bad.detail());
                }
                case One.Expired expired -> {
                    return new Outcome.Expired(expired.detail());
                }
                case One.Missing missing -> {
                    return new Outcome.Missing(missing.detail());
                }
            }
        }
        return new Outcome.Stored(media);
    }

    private One copy(Generation generation, ProviderMedia result, int index) {
        Path file = TemporaryFile.create();
        try {
            return switch (download.download(result, file, bytesMax(generation.request().kind()))) {
                case ResultDownload.Outcome.NotCopied not -> new One.Missing(not.detail());
                case ResultDownload.Outcome.Expired expired -> new One.Expired(expired.detail());
                case ResultDownload.Outcome.Unusable unusable -> new One.Bad(unusable.detail());
                case ResultDownload.Outcome.Copied _ -> check(generation, file, index);
            };
        } finally {
            TemporaryFile.delete(file);
        }
    }

    /**
     * Forgets what was copied for a generation if its owner has removed it.
     *
     * @param current as it is after the copy
     * @return whether it was removed
     */
    boolean forgetIfRemoved(Generation current) {
        boolean removed = current.shelf().isRemoved();
        if (removed) {
            new RemoveResults(store).removeAll(current);
        }
        return removed;
    }

    /** Checks and stores the one result of {@code generation}, which is in {@code file}. */
    Kept store(Generation generation, Path file) {
        return kept(check(generation, file, 0));
    }

    /** What an earlier worker has stored of the one result, if it is what was asked for. */
    Kept adopt(Generation generation) {
        Checked found = new One.Bad("nothing is stored");
        for (MediaType type : MediaType.of(generation.request().kind())) {
            found =
                    stored(
                            generation,
                            ObjectKey.result(generation.owner(), generation.id(), 0, type));
            if (!(found instanceof One.Bad)) {
                break;
            }
        }
        return kept(found);
    }

    private static Kept kept(Checked one) {
        return switch (one) {
            case One.Good good -> new Outcome.Stored(List.of(good.media()));
            case One.Bad bad -> new Outcome.Rejected(bad.detail());
            case One.Missing missing -> new Outcome.Missing(missing.detail());
        };
    }

    private Checked check(Generation generation, Path file, int index) {
        GenerationRequest request = generation.request();
        Optional<MediaFile> read = MediaFile.read(file, request.kind());
        if (read.isEmpty()) {
            return new One.Bad("no whole file of kind " + request.kind());
        }
        MediaFile found = read.get();
        if (!found.isWhatWasAskedFor(request)) {
            return new One.Bad("not asked for: " + found.summary());
        }
        Path marked = TemporaryFile.create();
        try {
            return isMarked(generation, file, marked)
                    ? store(generation, index, found, marked)
                    : store(generation, index, found, file);
        } finally {
            TemporaryFile.delete(marked);
        }
    }

    /** Whether our mark had to be put into {@code marked}; texts have no place for one. */
    private boolean isMarked(Generation generation, Path file, Path marked) {
        if (generation.request().kind() == MediaKind.TEXT) {
            return false;
        }
        // The day of the order, and not of the delivery: whoever does this again does the same.
        Origin origin =
                new Origin(
                        generation.request().model(),
                        LocalDate.ofInstant(generation.createdAt(), ZoneOffset.UTC));
        return marking.mark(file, origin, marked) instanceof MarkOutcome.Marked;
    }

    private Checked store(Generation generation, int index, MediaFile found, Path file) {
        MediaType type = found.type();
        ObjectKey key = ObjectKey.result(generation.owner(), generation.id(), index, type);
        try {
            // Another worker may have stored another result: what lies there is what is delivered.
            return store.put(key, type.contentType(), file)
                    ? new One.Good(media(key, found, file))
                    : stored(generation, key);
        } catch (TransientFailure e) {
            return new One.Missing("not stored: " + e.getMessage());
        }
    }

    private Checked stored(Generation generation, ObjectKey key) {
        Path file = TemporaryFile.create();
        try {
            if (!store.fetch(key, file)) {
                return new One.Bad("nothing is stored");
            }
            GenerationRequest request = generation.request();
            return MediaFile.read(file, request.kind())
                    .filter(found -> found.isWhatWasAskedFor(request))
                    .<Checked>map(found -> new One.Good(media(key, found, file)))
                    .orElseGet(() -> new One.Bad("what is stored was not asked for"));
        } catch (TransientFailure e) {
            return new One.Missing("storage does not answer: " + e.getMessage());
        } finally {
            TemporaryFile.delete(file);
        }
    }

    private static Media media(ObjectKey key, MediaFile found, Path file) {
        String sha256 = sha256(file);
        return new Media(
                key,
                found.type(),
                found.size(),
                found.duration(),
                found.document(),
                file.toFile().length(),
                sha256,
                MarkFile.content(file).orElse(sha256));
    }

    static long bytesMax(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> IMAGE_BYTES_MAX;
            case VIDEO -> VIDEO_BYTES_MAX;
            case TEXT -> Document.BYTES_MAX;
        };
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
