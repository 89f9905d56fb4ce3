package dev.halftone.sandbox.fal;

import dev.halftone.sandbox.painter.Brought;
import dev.halftone.sandbox.work.Magic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One submitted request. Its phase is a function of the clock, so nothing has to tick and a restart
 * loses nothing.
 *
 * @param input empty once it is painted, where the caller asked not to keep it
 * @param endsAt when it completes; absent where it never does
 * @param magic how it misbehaves; absent in what an earlier version stored
 * @param mediaLifetime how long the files live after that; absent where they stay
 */
record FalRequest(
        String id,
        String endpoint,
        String app,
        @Nullable Input input,
        @Nullable String webhook,
        boolean keepsPayload,
        @Nullable Duration mediaLifetime,
        Instant submittedAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        Ending ending,
        @Nullable Set<Magic> magic,
        List<Map<String, Object>> problems,
        List<FalImage> images,
        List<Integer> webhookAnswers,
        boolean settled) {

    /**
     * What is painted.
     *
     * @param seconds how long a film lasts; absent for pictures
     * @param brought what was brought along; absent in what an earlier version stored
     */
    record Input(
            String prompt,
            ImageSize size,
            int count,
            long seed,
            @Nullable Integer seconds,
            @Nullable Brought brought) {

        Brought files() {
            return brought == null ? Brought.NOTHING : brought;
        }
    }

    enum Ending {
        PICTURE,
        TRUNCATED_PICTURE,
        MODERATION,
        INVALID,
        FAILURE,
        CANCELLED
    }

    enum Phase {
        IN_QUEUE,
        IN_PROGRESS,
        COMPLETED
    }

    FalRequest {
        magic = magic == null ? null : Set.copyOf(magic);
        problems = List.copyOf(problems);
        images = List.copyOf(images);
        webhookAnswers = List.copyOf(webhookAnswers);
    }

    boolean is(Magic manner) {
        return magic != null && magic.contains(manner);
    }

    boolean paints() {
        return ending == Ending.PICTURE || ending == Ending.TRUNCATED_PICTURE;
    }

    Phase phase(Instant now) {
        boolean ready = !paints() || !images.isEmpty();
        if (endsAt != null && !now.isBefore(endsAt) && ready) {
            return Phase.COMPLETED;
        }
        return now.isBefore(startsAt) ? Phase.IN_QUEUE : Phase.IN_PROGRESS;
    }

    /** Three requests are always ahead; they leave at even steps. */
    int queuePosition(Instant now) {
        long whole = Math.max(1, Duration.between(submittedAt, startsAt).toNanos());
        long left = Duration.between(now, startsAt).toNanos();
        return Math.clamp((left * 3 - 1) / whole, 0, 2);
    }

    boolean mediaExpired(Instant now) {
        return mediaLifetime != null && endsAt != null && now.isAfter(endsAt.plus(mediaLifetime));
    }

    /** In the queue it ends at once; a running one hears of it a little later, or ends before. */
    FalRequest cancel(Instant now, Duration notice) {
        if (is(Magic.DEAF)) {
            return this;
        }
        Instant heard = now.isBefore(startsAt) ? now : now.plus(notice);
        if (ending == Ending.CANCELLED || (endsAt != null && !endsAt.isAfter(heard))) {
            return this;
        }
        return copy(input, heard, Ending.CANCELLED, images, webhookAnswers, settled);
    }

    FalRequest painted(List<FalImage> painted) {
        return copy(input, endsAt, ending, painted, webhookAnswers, settled);
    }

    FalRequest answered(int status) {
        List<Integer> answers = new ArrayList<>(webhookAnswers);
        answers.add(status);
        return copy(input, endsAt, ending, images, answers, settled);
    }

    FalRequest settle() {
        return copy(input, endsAt, ending, images, webhookAnswers, true);
    }

    FalRequest forget() {
        return copy(keepsPayload ? input : null, endsAt, ending, images, webhookAnswers, settled);
    }

    private FalRequest copy(
            @Nullable Input newInput,
            @Nullable Instant newEnd,
            Ending newEnding,
            List<FalImage> newImages,
            List<Integer> newAnswers,
            boolean newSettled) {
        return new FalRequest(
                id,
                endpoint,
                app,
                newInput,
                webhook,
                keepsPayload,
                mediaLifetime,
                submittedAt,
                startsAt,
                newEnd,
                newEnding,
                magic,
                problems,
                newImages,
                newAnswers,
                newSettled);
    }
}
