package dev.halftone.core.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Width to height, such as {@code 16:9}. */
public record AspectRatio(int width, int height) {

    private static final int PART_MAX = 99;
    private static final int READ_TOLERANCE_PERCENT = 1;
    private static final Pattern FORM = Pattern.compile("([1-9]\\d?):([1-9]\\d?)");

    /** Reads {@code width:height}. */
    public static AspectRatio parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an aspect ratio");
        }
        return new AspectRatio(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The simplest one that something of this size has; empty if it is drawn out too far. */
    public static Optional<AspectRatio> of(Dimensions size) {
        return IntStream.rangeClosed(1, PART_MAX)
                .mapToObj(height -> new AspectRatio(nearest(size, height), height))
                .filter(ratio -> ratio.width() >= 1 && ratio.width() <= PART_MAX)
                .filter(ratio -> ratio.matches(size, READ_TOLERANCE_PERCENT))
                .findFirst();
    }

    private static int nearest(Dimensions size, int height) {
        return (int) Math.rint((double) size.width() * height / size.height());
    }

    /** Whether a picture or film of this size has the ratio, within some percent of it. */
    boolean matches(Dimensions size, int tolerancePercent) {
        long asked = Math.multiplyExact((long) width, size.height());
        long got = Math.multiplyExact((long) height, size.width());
        return Math.abs(asked - got) * 100 <= asked * tolerancePercent;
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
