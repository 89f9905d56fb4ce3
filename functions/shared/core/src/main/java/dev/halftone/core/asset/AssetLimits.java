package dev.halftone.core.asset;

import java.time.Duration;

/** What is too much. Limits of safety: no operator's choice. */
public final class AssetLimits {

    public static final long PICTURE_BYTES_MAX = 25L * 1024 * 1024;
    public static final long SOUND_BYTES_MAX = 50L * 1024 * 1024;

    /** As large as the largest film that is delivered. */
    public static final long FILM_BYTES_MAX = 200L * 1024 * 1024;

    /** By address: what somebody else's server may make us read. */
    public static final long FETCHED_BYTES_MAX = 10L * 1024 * 1024;

    public static final int SIDE_MAX = 16_384;

    /** Four bytes each when decoded: what a function can hold beside everything else. */
    public static final long PIXELS_MAX = 40_000_000;

    public static final Duration SOUND_MAX = Duration.ofMinutes(10);
    public static final Duration FILM_MAX = Duration.ofMinutes(5);

    /** For how long an upload that was announced is waited for, and counted. */
    public static final Duration AWAITED_MAX = Duration.ofHours(1);

    /** For how long a look at it may take, retries and an unwell store included. */
    public static final Duration CHECKING_MAX = Duration.ofDays(1);

    /** For how long a person can see why something was refused. */
    public static final Duration REFUSED_KEPT = Duration.ofDays(7);

    private AssetLimits() {}
}
