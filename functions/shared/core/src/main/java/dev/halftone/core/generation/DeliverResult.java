package dev.halftone.core.generation;

import dev.halftone.core.Digest;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.core.generation.GenerationEvent.Delivered;
import dev.halftone.core.generation.GenerationEvent.DeliveryPostponed;
import dev.halftone.core.generation.GenerationEvent.DeliveryStarted;
import dev.halftone.core.generation.GenerationEvent.GivenUp;
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
    private static final int ATTEMPTS_MAX = 3;
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

    /** A result that is good, or what is wrong with it. */
    private sealed interface Checked {

        record Good(Media media) implements Checked {}

        record Bad(String detail) implements Checked {}
    }

    StepOutcome deliver(Generation before, Delivering state, Claim claim, Instant now) {
        if (!PollSchedule.isDue(state.dueAt(), now)) {
            return new StepOutcome.Idle("being delivered");
        }
        if (state.attempts() >= ATTEMPTS_MAX) {
            return end(
                    before,
                    new GivenUp(FailureReason.INVALID_RESULT, "every delivery failed", now));
        }
        Optional<Generation> claimed = before.on(new DeliveryStarted(now.plus(LEASE)));
        if (claimed.isEmpty() || !generations.move(before, claimed.get(), claim)) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        if (state.results().isEmpty() || state.results().size() > RESULTS_MAX) {
            return failed(generation, state, "unexpected number of results", claim, now);
        }
        List<Media> media = new ArrayList<>();
        for (ProviderMedia result : state.results()) {
            switch (copy(generation, result, media.size())) {
                case Checked.Good good -> media.add(good.media());
                case Checked.Bad bad -> {
                    return failed(generation, state, bad.detail(), claim, now);
                }
            }
        }
        return end(generation, new Delivered(media, now));
    }

    private StepOutcome failed(
            Generation generation, Delivering state, String detail, Claim claim, Instant now) {
        int attempts = state.attempts() + 1;
        if (attempts >= ATTEMPTS_MAX) {
            return end(generation, new GivenUp(FailureReason.INVALID_RESULT, detail, now));
        }
        Duration delay = PollSchedule.after(attempts);
        Optional<Generation> after = generation.on(new DeliveryPostponed(now.plus(delay)));
        if (after.isEmpty() || !generations.move(generation, after.get(), claim)) {
            return new StepOutcome.Idle("changed by another worker");
        }
        queue.send(WorkItem.due(generation, WorkItem.Stage.DELIVERY), delay);
        return new StepOutcome.Advanced(after.get());
    }

    private Checked copy(Generation generation, ProviderMedia result, int index) {
        Path file = temporaryFile();
        try {
            return switch (download.download(result, file, IMAGE_BYTES_MAX)) {
                case ResultDownload.Outcome.NotCopied not -> new Checked.Bad(not.detail());
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
        store.put(key, PNG, file);
        return new Checked.Good(new Media(key, PNG, size.get(), bytes, sha256(file)));
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
