package dev.halftone.core.catalogue;

/**
 * How much may be spent at providers, so that neither a mistake nor a thief can spend without end.
 * Days and months are those of UTC.
 *
 * @param user for the work of one person
 * @param all for the work of everybody together
 */
public record Ceilings(Ceiling user, Ceiling all) {

    /** A counter for everybody would be in everybody's way; so there are several, with shares. */
    public static final int SHARDS = 16;

    /** What may be spent in one day, and in one month. */
    public record Ceiling(MicroDollars day, MicroDollars month) {

        public Ceiling {
            if (day.compareTo(MicroDollars.ZERO) <= 0 || month.compareTo(day) < 0) {
                throw new IllegalArgumentException(
                        "A day has something to spend, and a month no less than a day");
            }
        }
    }

    public Ceilings {
        if (all.day().compareTo(user.day()) < 0 || all.month().compareTo(user.month()) < 0) {
            throw new IllegalArgumentException("Everybody may spend no less than one person");
        }
    }

    /** What one of the counters may count. The shares add up to the ceiling for everybody. */
    public Ceiling share(int shard) {
        return new Ceiling(share(all.day(), shard), share(all.month(), shard));
    }

    private static MicroDollars share(MicroDollars ceiling, int shard) {
        long rest = shard < ceiling.amount() % SHARDS ? 1 : 0;
        return new MicroDollars(ceiling.amount() / SHARDS + rest);
    }

    /** The most that one piece of work may cost and still be had. */
    public MicroDollars single() {
        MicroDollars least = share(all.day(), SHARDS - 1);
        return least.compareTo(user.day()) < 0 ? least : user.day();
    }
}
