package dev.halftone.core.catalogue;

/**
 * How many pieces of work in a day and in a month, both of UTC.
 *
 * @param day {@link #NO_END} if it does not matter
 * @param month {@link #NO_END} if it does not matter
 */
public record Quota(long day, long month) {

    /** More than anybody can ask for. */
    public static final long NO_END = 1_000_000_000_000L;

    public static final Quota NONE = new Quota(NO_END, NO_END);

    public Quota {
        if (day < 1 || month < day || month > NO_END) {
            throw new IllegalArgumentException(
                    "A day has room for something, and a month for no less than a day");
        }
    }
}
