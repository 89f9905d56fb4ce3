package dev.halftone.sandbox.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order that was taken. Its phase is a function of the clock, so nothing has to tick.
 *
 * @param file the name of its media, which must not be guessed from its own
 * @param body as it was sent
 * @param callback whom to tell of its end
 * @param endsAt absent where it never ends
 */
public record Work(
        String id,
        String file,
        String model,
        Asked asked,
        JsonNode body,
        @Nullable String callback,
        Instant takenAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        Ending ending,
        Set<Magic> magic) {

    /** What it comes to. */
    public enum Ending {
        MEDIA,
        MODERATION,
        FAILURE,
        CANCELLED
    }

    /** Where it stands. */
    public enum Phase {
        WAITING,
        WORKING,
        ENDED
    }

    public Work {
        magic = Set.copyOf(magic);
    }

    public Phase phase(Instant now) {
        if (endsAt != null && !now.isBefore(endsAt)) {
            return Phase.ENDED;
        }
        return now.isBefore(startsAt) ? Phase.WAITING : Phase.WORKING;
    }

    public boolean isFilm() {
        return asked.seconds() != null;
    }

    public boolean is(Magic manner) {
        return magic.contains(manner);
    }

    /** Stopped at {@code heard}, unless it is over by then or does not listen. */
    Work stopped(Instant now, Duration notice) {
        Instant heard = now.isBefore(startsAt) ? now : now.plus(notice);
        if (is(Magic.DEAF) || (endsAt != null && !endsAt.isAfter(heard))) {
            return this;
        }
        return new Work(
                id,
                file,
                model,
                asked,
                body,
                callback,
                takenAt,
                startsAt,
                heard,
                Ending.CANCELLED,
                magic);
    }
}
