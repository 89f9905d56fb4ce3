package dev.halftone.core.share;

import dev.halftone.core.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A link to one result, for anybody who has it. Of each result there is at most one at a time.
 *
 * @param index of the result in its generation, 0 to 3
 * @param createdAt a whole millisecond, which tells it from an earlier link to the same result
 * @param expiresAt a whole second, from which on it leads nowhere
 */
public record Share(GenerationId generation, int index, Instant createdAt, Instant expiresAt) {

    /** How long anybody may look: no longer than a signature of the store itself could last. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    public Share {
        if (!expiresAt.equals(expiresAt.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("A link ends with a second");
        }
    }

    /** A new link, which lives for a week. */
    public static Share from(GenerationId generation, int index, Instant now) {
        return new Share(
                generation,
                index,
                now.truncatedTo(ChronoUnit.MILLIS),
                now.plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS));
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
