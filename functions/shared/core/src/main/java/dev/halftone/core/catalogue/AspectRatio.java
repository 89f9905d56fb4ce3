package dev.halftone.core.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width to height, such as {@code 16:9}. */
public record AspectRatio(int width, int height) {

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
