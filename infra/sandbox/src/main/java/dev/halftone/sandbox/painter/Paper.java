package dev.halftone.sandbox.painter;

/** The last pass: grain, the tooth of the paper, and a little less light in the corners. */
final class Paper {

    private static final double GRAIN = 4.5;

    private Paper() {}

    static void finish(Canvas canvas, Dice dice) {
        Noise noise = new Noise(dice);
        long seed = dice.seed();
        int block = 4;
        double u = canvas.unit;
        for (int top = 0; top < canvas.height; top += block) {
            for (int left = 0; left < canvas.width; left += block) {
                double tooth = noise.rough(left / u / 46, top / u / 46, 2) * 3.2;
                double corner = corner(canvas, left, top);
                texture(canvas, seed, left, top, block, tooth - corner);
            }
        }
    }

    private static double corner(Canvas canvas, int x, int y) {
        double dx = 2.0 * x / canvas.width - 1;
        double dy = 2.0 * y / canvas.height - 1;
        double far = Math.max(0, (dx * dx + dy * dy) - 0.7);
        return far * 13;
    }

    private static void texture(
            Canvas canvas, long seed, int left, int top, int block, double shade) {
        int right = Math.min(canvas.width, left + block);
        int bottom = Math.min(canvas.height, top + block);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int i = y * canvas.width + x;
                int hash = scramble((int) seed ^ i);
                double grain = ((hash & 255) + ((hash >> 8) & 255) - 255) * (GRAIN / 255);
                canvas.pixels[i] = shift(canvas.pixels[i], (int) Math.rint(shade + grain));
            }
        }
    }

    private static int scramble(int value) {
        int h = value * 0x9E3779B1;
        h = (h ^ (h >>> 15)) * 0x85EBCA77;
        h = (h ^ (h >>> 13)) * 0xC2B2AE3D;
        return h ^ (h >>> 16);
    }

    private static int shift(int rgb, int by) {
        int r = Math.clamp(((rgb >> 16) & 255) + by, 0, 255);
        int g = Math.clamp(((rgb >> 8) & 255) + by, 0, 255);
        int b = Math.clamp((rgb & 255) + by, 0, 255);
        return (r << 16) | (g << 8) | b;
    }
}
