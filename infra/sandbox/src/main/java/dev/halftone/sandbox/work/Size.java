package dev.halftone.sandbox.work;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pixels of a picture or film, from the words in which they are asked for. */
public record Size(int width, int height) {

    private static final Pattern RATIO = Pattern.compile("(\\d{1,2}):(\\d{1,2})");
    private static final Map<String, Integer> SHORT_SIDES =
            Map.of("480p", 480, "540p", 540, "720p", 720, "1080p", 1080);
    private static final int TILE = 8;

    /** A picture of this ratio whose long side has so many pixels, or nothing. */
    public static Optional<Size> picture(String ratio, int longSide) {
        return ratio(ratio)
                .map(
                        shape -> {
                            int longer = Math.max(shape.width, shape.height);
                            return new Size(
                                    tiled(longSide * shape.width, longer, TILE),
                                    tiled(longSide * shape.height, longer, TILE));
                        });
    }

    /** A film of this ratio and resolution, such as 720p, or nothing. */
    public static Optional<Size> film(String ratio, String resolution) {
        Integer side = SHORT_SIDES.get(resolution);
        if (side == null) {
            return Optional.empty();
        }
        return ratio(ratio)
                .map(
                        shape -> {
                            int shorter = Math.min(shape.width, shape.height);
                            return new Size(
                                    tiled(side * shape.width, shorter, 2),
                                    tiled(side * shape.height, shorter, 2));
                        });
    }

    private static Optional<Size> ratio(String text) {
        Matcher ratio = RATIO.matcher(text);
        return ratio.matches()
                ? Optional.of(
                        new Size(
                                Integer.parseInt(ratio.group(1)), Integer.parseInt(ratio.group(2))))
                : Optional.empty();
    }

    private static int tiled(int pixels, int part, int tile) {
        return Math.max(1, Math.round((float) pixels / part / tile)) * tile;
    }
}
