package dev.halftone.sandbox.painter;

/** Draws one picture. The same prompt, seed and size give the same bytes. */
public final class Painter {

    private Painter() {}

    public static byte[] paint(String prompt, long seed, int width, int height) {
        return paint(prompt, seed, width, height, Brought.NOTHING);
    }

    /** The same with what was brought along. */
    public static byte[] paint(String prompt, long seed, int width, int height, Brought brought) {
        int[] pixels = pixels(prompt, seed, width, height);
        new Overlay(brought, width, height).draw(pixels, width);
        return Png.encode(pixels, width, height);
    }

    static int[] pixels(String prompt, long seed, int width, int height) {
        Words words = Words.of(prompt);
        Dice dice = Dice.of(prompt, seed);
        Palette palette = Choice.palette(words, dice.fork("palette"));
        Scene scene = Choice.scene(words, dice.fork("scene"));
        Canvas canvas = new Canvas(width, height, dice.between(5.2, 7.4));
        scene.draw(new Sheet(canvas, palette, words), dice.fork("drawing"));
        Paper.finish(canvas, dice.fork("paper"));
        return canvas.pixels;
    }
}
