package dev.halftone.core.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can decide on by itself beside a prompt, in the order in which it is told. */
public enum Section {
    STYLE,
    LIGHT,
    LENS,
    COMPOSITION,
    MOOD,
    PALETTE;

    /** Stable, for programs and stores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Section> parse(String label) {
        return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
    }

    /** As a provider reads it. */
    String heading() {
        return name().charAt(0) + label().substring(1);
    }
}
