package dev.halftone.core.generation;

import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What one counter has counted in a day and in its month, both of UTC. */
public record Spent(MicroDollars day, MicroDollars month) {

    public static final Spent NOTHING = new Spent(MicroDollars.ZERO, MicroDollars.ZERO);

    /** Whether as much again stays within the ceiling. */
    public boolean leavesRoom(MicroDollars cost, Ceiling ceiling) {
        return day.plus(cost).compareTo(ceiling.day()) <= 0 && leavesMonth(cost, ceiling);
    }

    /** When there may be room again, if there is none. */
    public Instant resetsAt(MicroDollars cost, Ceiling ceiling, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate next =
                leavesMonth(cost, ceiling)
                        ? today.plusDays(1)
                        : today.withDayOfMonth(1).plusMonths(1);
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private boolean leavesMonth(MicroDollars cost, Ceiling ceiling) {
        return month.plus(cost).compareTo(ceiling.month()) <= 0;
    }

    /** With as much again. */
    public Spent plus(MicroDollars cost) {
        return new Spent(day.plus(cost), month.plus(cost));
    }
}
