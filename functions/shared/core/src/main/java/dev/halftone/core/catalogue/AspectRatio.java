package dev.halftone.core.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width to height, such as {@code 16:9}. */
public record AspectRatio(int width, int height) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d?):([1-9]\\d?)");
    // Providers round sizes to their model's tile, so a picture may be this far off, in percent.
    private static final int TOLERANCE_PERCENT = 1;

    /** Reads {@code width:height}. */
    public static AspectRatio parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not an aspect ratio");
        }
        return new AspectRatio(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a picture of this size has the ratio, within one percent. */
    public boolean matches(Dimensions size) {
        long asked = Math.multiplyExact((long) width, size.height());
        long got = Math.multiplyExact((long) height, size.width());
        return Math.abs(asked - got) * 100 <= asked * TOLERANCE_PERCENT;
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
