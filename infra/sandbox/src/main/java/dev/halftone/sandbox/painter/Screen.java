package dev.halftone.sandbox.painter;

/** The halftone: a rotated lattice of dots of one ink, grown by the tone, printed over another. */
final class Screen implements Ink {

    private static final float[] COSINE = cosine();

    private final Ink under;
    private final int dots;
    private final Tone tone;
    private final double stepX;
    private final double stepY;
    private final float edge;

    Screen(Ink under, int dots, Tone tone, double cell, double angleDegrees) {
        this.under = under;
        this.dots = dots;
        this.tone = tone;
        double angle = Math.toRadians(angleDegrees);
        this.stepX = Math.cos(angle) * 1024 / cell;
        this.stepY = Math.sin(angle) * 1024 / cell;
        // About one pixel of softness, whatever the size of a cell: no jagged dots, no blur.
        this.edge = (float) (cell / 2.6);
    }

    @Override
    public void row(int y, int from, int to, int[] into) {
        under.row(y, from, to, into);
        double u = from * stepX - y * stepY;
        double v = from * stepY + y * stepX;
        for (int x = from; x < to; x++, u += stepX, v += stepY) {
            double shade = tone.at(x, y);
            if (shade <= 0.004) {
                continue;
            }
            float wave = COSINE[(int) Math.floor(u) & 1023] + COSINE[(int) Math.floor(v) & 1023];
            float cover = ((float) shade - 0.5f + wave * 0.25f) * edge + 0.5f;
            if (cover >= 1) {
                into[x] = dots;
            } else if (cover > 0) {
                into[x] = Canvas.blend(into[x], dots, (int) (cover * 255));
            }
        }
    }

    private static float[] cosine() {
        float[] table = new float[1024];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Math.cos(i * Math.PI / 512);
        }
        return table;
    }
}
