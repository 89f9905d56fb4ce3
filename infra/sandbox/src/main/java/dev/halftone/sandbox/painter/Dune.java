package dev.halftone.sandbox.painter;

import java.awt.geom.Path2D;

/**
 * One row of dunes: a wave, and on the side away from the light a dotted flank under each crest.
 */
record Dune(double near, double level, double swing, double length, double phase, Noise noise) {

    static Dune at(Sheet sheet, Dice dice, double near) {
        return new Dune(
                near,
                sheet.height() * (0.6 + 0.33 * Math.pow(near, 1.2)),
                sheet.unit() * (24 + 62 * near),
                sheet.unit() * dice.between(360, 520) * (0.8 + 0.75 * near),
                dice.unit() * 9,
                new Noise(dice));
    }

    void draw(Sheet sheet, double sunX) {
        Canvas canvas = sheet.canvas();
        Palette palette = sheet.palette();
        int sand = Ramp.mix(palette.far(), palette.skyLow(), 0.45 - 0.42 * near);
        int lit = Ramp.mix(sand, palette.near(), 0.42 * near * near);
        int dark = sheet.land(0.34 + 0.5 * near);
        int low = Ramp.mix(lit, dark, 0.45);
        canvas.fill(
                Shapes.ground(sheet, this::crest),
                Ink.fade(level - swing, level + swing * 3, lit, low));
        int away = sunX < sheet.width() / 2 ? 1 : -1;
        Ink shaded = Ink.flat(Ramp.mix(lit, dark, 0.42));
        for (double x = firstCrest(); x < sheet.width() + length; x += length) {
            Tone tone = Tone.along(x + away * length * 0.5, 0, x - away * length * 0.1, 0, 0.95);
            canvas.fill(flank(x, away), canvas.dotted(shaded, dark, tone, 30));
        }
    }

    private double crest(double x) {
        double t = x / length + phase;
        double wave = Math.sin(t * Math.TAU) + 0.2 * Math.sin(t * Math.TAU * 2 + 0.9);
        return level - wave * swing * 0.6 + noise.at(t * 2.2) * swing * 0.35;
    }

    private double firstCrest() {
        double t = 0.21 - phase;
        return (t - Math.floor(t) - 1) * length;
    }

    private Path2D flank(double x, int away) {
        double top = crest(x);
        double reach = swing * 2.64;
        double across = away * length;
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x, top);
        for (int i = 1; i <= 40; i++) {
            double px = x + across * 0.62 * i / 40;
            path.lineTo(px, crest(px));
        }
        double end = top + reach;
        path.curveTo(
                x + across * 0.55,
                end - reach * 0.18,
                x + across * 0.3,
                end - reach * 0.09,
                x + across * 0.22,
                end);
        for (int i = 12; i >= 0; i--) {
            double t = i / 12.0;
            double sway = 0.075 * Math.sin(t * Math.PI * 1.6) + 0.02 * noise.at(t * 2 + x / length);
            path.lineTo(x + across * t * (0.22 + sway), top + reach * t);
        }
        path.closePath();
        return path;
    }
}
