package dev.halftone.sandbox.work;

import dev.halftone.sandbox.painter.Brought;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made.
 *
 * @param seconds how long a film lasts; {@code null} for a picture
 */
public record Asked(
        String prompt,
        int width,
        int height,
        @Nullable Integer seconds,
        long seed,
        Brought brought) {

    /** With nothing but a prompt and a size. */
    public Asked(String prompt, int width, int height, @Nullable Integer seconds, long seed) {
        this(prompt, width, height, seconds, seed, Brought.NOTHING);
    }

    /** The same with what was brought along. */
    public Asked with(Brought more) {
        return new Asked(prompt, width, height, seconds, seed, more);
    }
}
