package dev.halftone.core.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How large a picture is, by its long side. */
public enum Resolution {
    ONE_K("1K", 1024),
    TWO_K("2K", 2048);

    // Image models work on tiles of eight pixels.
    private static final int TILE = 8;

    private final String label;
    private final int longSideMin;

    Resolution(String label, int longSideMin) {
        this.label = label;
        this.longSideMin = longSideMin;
    }

    public static Optional<Resolution> parse(String label) {
        return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
    }

    /** The name that people and providers use. */
    public String label() {
        return label;
    }

    /** The least that the long side of a delivered picture has, in pixels. */
    public int longSideMin() {
        return longSideMin;
    }

    /** The size to ask for from a model that takes pixels. */
    public Dimensions dimensions(AspectRatio ratio) {
        return ratio.width() >= ratio.height()
                ? new Dimensions(longSideMin, shortSide(ratio.height(), ratio.width()))
                : new Dimensions(shortSide(ratio.width(), ratio.height()), longSideMin);
    }

    private int shortSide(int shorter, int longer) {
        int tiles = (longSideMin * shorter + longer * TILE / 2) / (longer * TILE);
        return Math.max(1, tiles) * TILE;
    }
}
