package dev.halftone.core.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One bound of a plan, and how much of it is used.
 *
 * @param model whose bound it is; {@code null} for that of all together
 * @param used pieces of work accepted in the period; whatever became of them, they stay counted
 * @param max pieces of work in the period
 * @param resetsAt when the next period begins
 */
public record Limit(@Nullable String model, Period period, long used, long max, Instant resetsAt) {

    /** How long it counts before it begins anew, in UTC. */
    public enum Period {
        DAY,
        MONTH;

        /** Stable, for programs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** When the one that follows the one of this moment begins. */
        public Instant end(Instant now) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            LocalDate next =
                    switch (this) {
                        case DAY -> today.plusDays(1);
                        case MONTH -> today.withDayOfMonth(1).plusMonths(1);
                    };
            return next.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    public boolean isReached() {
        return used >= max;
    }
}
