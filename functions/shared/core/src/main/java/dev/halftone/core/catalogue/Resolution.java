package dev.halftone.core.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How large a picture is, by its long side, or a film, by its short side. */
public enum Resolution {
    ONE_K("1K", MediaKind.IMAGE, 1024),
    TWO_K("2K", MediaKind.IMAGE, 2048),
    FOUR_K("4K", MediaKind.IMAGE, 4096),
    P480("480p", MediaKind.VIDEO, 480),
    P720("720p", MediaKind.VIDEO, 720),
    P1080("1080p", MediaKind.VIDEO, 1080);

    // Image models work on tiles of eight pixels, and so miss a ratio by less than one percent.
    private static final int IMAGE_TILE = 8;
    private static final int IMAGE_RATIO_TOLERANCE_PERCENT = 1;
    // A film is coded in blocks of sixteen pixels. Some models render whole blocks: 864 x 496 or
    // 1248 x 704 for 16:9 at 480p and 720p, up to a block away from the size they are named after.
    private static final int FILM_BLOCK = 16;
    private static final int FILM_RATIO_TOLERANCE_PERCENT = 4;
    // Colour is kept for two by two pixels.
    private static final int FILM_TILE = 2;

    private final String label;
    private final MediaKind kind;
    private final int side;

    Resolution(String label, MediaKind kind, int side) {
        this.label = label;
        this.kind = kind;
        this.side = side;
    }

    public static Optional<Resolution> parse(String label) {
        return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
    }

    /** The name that people and providers use. */
    public String label() {
        return label;
    }

    public MediaKind kind() {
        return kind;
    }

    /** Whether a result of this size has the ratio and is as large as was asked, or larger. */
    public boolean isMetBy(Dimensions size, AspectRatio ratio) {
        if (kind == MediaKind.VIDEO) {
            return size.shortSide() >= side - FILM_BLOCK
                    && ratio.matches(size, FILM_RATIO_TOLERANCE_PERCENT);
        }
        return size.longSide() >= side && ratio.matches(size, IMAGE_RATIO_TOLERANCE_PERCENT);
    }

    /** The size to ask for from a model that takes pixels. */
    public Dimensions dimensions(AspectRatio ratio) {
        int longer = Math.max(ratio.width(), ratio.height());
        int shorter = Math.min(ratio.width(), ratio.height());
        boolean still = kind == MediaKind.IMAGE;
        int otherSide =
                still ? scaled(shorter, longer, IMAGE_TILE) : scaled(longer, shorter, FILM_TILE);
        boolean wide = ratio.width() >= ratio.height();
        return wide == still ? new Dimensions(side, otherSide) : new Dimensions(otherSide, side);
    }

    private int scaled(int part, int whole, int tile) {
        int tiles = (side * part + whole * tile / 2) / (whole * tile);
        return Math.max(1, tiles) * tile;
    }
}
