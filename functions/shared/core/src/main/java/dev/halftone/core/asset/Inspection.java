package dev.halftone.core.asset;

import dev.halftone.core.catalogue.Dimensions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a file's own bytes say of it. */
sealed interface Inspection {

    /**
     * It is one whole file of a type that is taken.
     *
     * @param size as shown, {@code null} for a sound
     * @param duration {@code null} for a picture
     * @param orientation of a picture, as Exif numbers it; upright for anything else
     * @param kept what makes up the file without what tells about its maker, in order
     */
    record Fit(
            AssetType type,
            @Nullable Dimensions size,
            @Nullable Duration duration,
            int orientation,
            List<Segment> kept)
            implements Inspection {
        public Fit {
            kept = List.copyOf(kept);
        }
    }

    record Unfit(AssetRefusal why) implements Inspection {}

    static Inspection picture(
            AssetType type, long width, long height, int orientation, List<Segment> kept) {
        if (!withinLimits(width, height)) {
            return new Unfit(AssetRefusal.TOO_MANY_PIXELS);
        }
        Dimensions size =
                Orientation.isSideways(orientation)
                        ? new Dimensions((int) height, (int) width)
                        : new Dimensions((int) width, (int) height);
        return new Fit(type, size, null, orientation, kept);
    }

    static Inspection sound(AssetType type, Duration duration, List<Segment> kept) {
        return duration.compareTo(AssetLimits.SOUND_MAX) > 0
                ? new Unfit(AssetRefusal.TOO_LONG)
                : new Fit(type, null, duration, Orientation.UPRIGHT, kept);
    }

    static boolean withinLimits(long width, long height) {
        return width <= AssetLimits.SIDE_MAX
                && height <= AssetLimits.SIDE_MAX
                && width * height <= AssetLimits.PIXELS_MAX;
    }

    static Inspection damaged() {
        return new Unfit(AssetRefusal.DAMAGED);
    }

    static Inspection trailing() {
        return new Unfit(AssetRefusal.TRAILING_DATA);
    }
}
