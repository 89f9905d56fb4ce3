package dev.halftone.sandbox.painter;

/** How dark a screen of dots is at a place: 0 is none, 1 is solid. */
interface Tone {

    double at(double x, double y);

    /** From {@code strength} at the first height to nothing at the second. */
    static Tone falling(double dark, double clear, double strength) {
        return (x, y) -> strength * (clear - y) / (clear - dark);
    }

    /** From nothing at one point to {@code strength} at the other. */
    static Tone along(double x0, double y0, double x1, double y1, double strength) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double scale = strength / (dx * dx + dy * dy);
        return (x, y) -> ((x - x0) * dx + (y - y0) * dy) * scale;
    }
}
