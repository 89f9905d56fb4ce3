package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.generation.GenerationEvent.Delivered;
import dev.halftone.core.generation.GenerationEvent.DeliveryPostponed;
import dev.halftone.core.generation.GenerationEvent.DeliveryStarted;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
import dev.halftone.core.generation.GenerationEvent.ResultRejected;
import dev.halftone.core.generation.GenerationState.Delivering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Copies the results, checks that they are what was asked for, and only then posts the transfer:
 * nothing is charged that was not delivered.
 */
public final class DeliverResult {

    /** The largest picture that is stored. */
    public static final long IMAGE_BYTES_MAX = 64L * 1024 * 1024;

    private static final Duration LEASE = Duration.ofSeconds(150);
    private static final int REJECTIONS_MAX = 3;
    // A result has these even past the deadline: neither a crash nor a short outage may lose it.
    private static final int ATTEMPTS_MIN = 3;
    private static final int RESULTS_MAX = 4;
    private static final String PNG = "image/png";

    private final Generations generations;
    private final ResultDownload download;
    private final MediaStore store;
    private final EndGeneration ending;
    private final WorkQueue queue;

    public DeliverResult(
            Generations generations,
            ResultDownload download,
            MediaStore store,
            EndGeneration ending,
            WorkQueue queue) {
        this.generations = generations;
        this.download = download;
        this.store = store;
        this.ending = ending;
        this.queue = queue;
    }

    /** What became of one result. */
    private sealed interface Checked {

        record Good(Media media) implements Checked {}

        /** There, but not what was asked for. */
        record Bad(String detail) implements Checked {}

        /** Not fetched or not stored: nothing is known against it. */
        record Missing(String detail) implements Checked {}
    }

    StepOutcome deliver(Generation before, Delivering state, Claim claim, Instant now) {
        if (!PollSchedule.isDue(state.dueAt(), now)) {
            return new StepOutcome.Idle("being delivered");
        }
        if (isTooLate(before, state.attempts(), now)) {
            return giveUp(before, FailureReason.NOT_STORED, "no delivery came to its end", now);
        }
        Optional<Generation> claimed = before.on(new DeliveryStarted(now.plus(LEASE)));
        if (claimed.isEmpty() || !generations.move(before, claimed.get(), claim)) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        if (state.results().isEmpty() || state.results().size() > RESULTS_MAX) {
            return rejected(generation, state, "unexpected number of results", claim, now);
        }
        List<Media> media = new ArrayList<>();
        for (ProviderMedia result : state.results()) {
            switch (copy(generation, result, media.size())) {
                case Checked.Good good -> media.add(good.media());
                case Checked.Bad bad -> {
                    return rejected(generation, state, bad.detail(), claim, now);
                }
                case Checked.Missing missing -> {
                    return postponed(generation, state, missing.detail(), claim, now);
                }
            }
        }
        return end(generation, new Delivered(media, now));
    }

    private static boolean isTooLate(Generation generation, int attempts, Instant now) {
        return now.isAfter(generation.deadline()) && attempts >= ATTEMPTS_MIN;
    }

    /** A provider rarely sends something better the next time, so it is asked only a few times. */
    private StepOutcome rejected(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        int rejections = state.rejections() + 1;
        if (rejections >= REJECTIONS_MAX) {
            return giveUp(generation, FailureReason.INVALID_RESULT, detail, now);
        }
        Duration delay = PollSchedule.after(rejections);
        return later(generation, new ResultRejected(now.plus(delay)), delay, detail, claim);
    }

    /** Storage and networks recover: the result is worth waiting for until the deadline. */
    private StepOutcome postponed(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        int attempts = state.attempts() + 1;
        if (isTooLate(generation, attempts, now)) {
            return giveUp(generation, FailureReason.NOT_STORED, detail, now);
        }
        Duration delay = PollSchedule.duringOutage(attempts);
        return later(generation, new DeliveryPostponed(now.plus(delay)), delay, detail, claim);
    }

    private StepOutcome later(
            Generation generation,
            GenerationEvent event,
            Duration delay,
            String detail,
            Claim claim) {
        Optional<Generation> after = generation.on(event);
        if (after.isEmpty() || !generations.move(generation, after.get(), claim)) {
            return new StepOutcome.Idle("changed by another worker");
        }
        queue.send(WorkItem.due(generation, WorkItem.Stage.DELIVERY), delay);
        return new StepOutcome.Delayed(after.get(), detail);
    }

    private Checked copy(Generation generation, ProviderMedia result, int index) {
        Path file = temporaryFile();
        try {
            return switch (download.download(result, file, IMAGE_BYTES_MAX)) {
                case ResultDownload.Outcome.NotCopied not -> new Checked.Missing(not.detail());
                case ResultDownload.Outcome.Unusable unusable -> new Checked.Bad(unusable.detail());
                case ResultDownload.Outcome.Copied copied ->
                        check(generation, file, copied.bytes(), index);
            };
        } finally {
            delete(file);
        }
    }

    private Checked check(Generation generation, Path file, long bytes, int index) {
        Optional<Dimensions> size = Png.read(file);
        if (size.isEmpty()) {
            return new Checked.Bad("not a whole PNG");
        }
        GenerationRequest request = generation.request();
        if (!request.aspectRatio().matches(size.get())
                || size.get().longSide() < request.resolution().longSideMin()) {
            return new Checked.Bad("a picture of " + size.get() + " was not asked for");
        }
        ObjectKey key = ObjectKey.result(generation.owner(), generation.id(), index);
        try {
            store.put(key, PNG, file);
        } catch (TransientFailure e) {
            return new Checked.Missing("not stored: " + e.getMessage());
        }
        return new Checked.Good(new Media(key, PNG, size.get(), bytes, sha256(file)));
    }

    private StepOutcome giveUp(
            Generation generation, FailureReason reason, String detail, Instant now) {
        return end(generation, new GivenUp(reason, detail, now));
    }

    private StepOutcome end(Generation generation, GenerationEvent event) {
        return ending.end(generation, event)
                .<StepOutcome>map(StepOutcome.Ended::new)
                .orElseGet(() -> new StepOutcome.Idle("ended by another worker"));
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("result", ".png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
