package dev.halftone.sandbox.painter;

/** Smooth value noise in [-1, 1]; a function of position only, so it is the same at every size. */
final class Noise {

    private final long seed;

    Noise(Dice dice) {
        this.seed = dice.seed();
    }

    double at(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double fx = ease(x - column);
        double fy = ease(y - row);
        double top = lerp(knot(column, row), knot(column + 1, row), fx);
        double bottom = lerp(knot(column, row + 1), knot(column + 1, row + 1), fx);
        return lerp(top, bottom, fy);
    }

    double at(double x) {
        long column = (long) Math.floor(x);
        return lerp(knot(column, 0), knot(column + 1, 0), ease(x - column));
    }

    /** Octaves of itself, each half as high and about twice as fine. */
    double rough(double x, int octaves) {
        double sum = 0;
        double reach = 0;
        double height = 1;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += height * at(x * scale + i * 17.3);
            reach += height;
            height *= 0.5;
            scale *= 2.03;
        }
        return sum / reach;
    }

    double rough(double x, double y, int octaves) {
        double sum = 0;
        double reach = 0;
        double height = 1;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += height * at(x * scale + i * 17.3, y * scale + i * 9.1);
            reach += height;
            height *= 0.5;
            scale *= 2.03;
        }
        return sum / reach;
    }

    private double knot(long x, long y) {
        long hash = Dice.mix(seed ^ (x * 0x9E3779B97F4A7C15L) ^ Dice.mix(y + 0x632BE59BD9B4E019L));
        return (hash >> 11) * 0x1.0p-52;
    }

    private static double ease(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }

    private static double lerp(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
