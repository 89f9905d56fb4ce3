package dev.halftone.sandbox.painter;

import java.util.Arrays;

/** What a shape is filled with, one row of pixels at a time. */
interface Ink {

    void row(int y, int from, int to, int[] into);

    static Ink flat(int colour) {
        return (y, from, to, into) -> Arrays.fill(into, from, to, colour);
    }

    /** A vertical gradient between two heights, constant beyond them. */
    static Ink fade(double top, double bottom, int... colours) {
        Ramp ramp = Ramp.of(colours);
        return (y, from, to, into) ->
                Arrays.fill(into, from, to, ramp.at((y - top) / (bottom - top)));
    }
}
