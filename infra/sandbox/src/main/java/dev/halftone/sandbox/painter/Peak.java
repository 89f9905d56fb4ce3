package dev.halftone.sandbox.painter;

import java.awt.geom.Area;
import java.awt.geom.Path2D;

/**
 * One mountain of a range.
 *
 * @param away the side the light does not reach: 1 is right, -1 left
 * @param range 0 is the far one, 1 the near one
 */
record Peak(double x, double base, double tall, int away, int range, Noise noise) {

    void draw(Sheet sheet) {
        Canvas canvas = sheet.canvas();
        double u = sheet.unit();
        Path2D body = Shapes.ground(sheet, px -> outline(px, sheet));
        int colour = sheet.land(0.06 + range * 0.2);
        int shadow = sheet.land(0.42 + range * 0.18);
        int foot = Ramp.mix(colour, sheet.palette().skyLow(), 0.35);
        Ink rock = Ink.fade(base - tall, base, colour, foot);
        canvas.fill(body, rock);
        Area cap = new Area(body);
        cap.intersect(new Area(snowline(base - tall, u)));
        int snow =
                Ramp.mix(
                        sheet.palette().light(),
                        sheet.palette().skyLow(),
                        sheet.palette().night() ? 0.45 : 0.08);
        canvas.fill(cap, snow);
        Area shade = new Area(body);
        shade.intersect(new Area(darkSide(u)));
        Tone down = Tone.falling(base - tall * 1.1, base + tall * 0.1, 1.0);
        canvas.fill(shade, canvas.dotted(rock, shadow, down, 30), 0.85);
        shade.intersect(cap);
        Tone up = Tone.along(x, base - tall * 0.2, x, base - tall * 1.3, 1.1);
        Ink shaded = Ink.flat(Ramp.mix(snow, shadow, 0.35));
        canvas.fill(shade, canvas.dotted(shaded, shadow, up, 30), 0.55);
    }

    private double outline(double px, Sheet sheet) {
        double t = Math.abs(px - x) / (tall * 1.05);
        if (t >= 1.25) {
            return sheet.height() + 9;
        }
        double rough = noise.rough(px / sheet.unit() / 55, 5) * Math.min(1, t * 5 + 0.1);
        return base - tall * (1 - t) + rough * tall * 0.13;
    }

    private Path2D snowline(double top, double u) {
        Path2D.Double path = new Path2D.Double();
        double half = tall * 0.75;
        path.moveTo(x - half, top - tall * 0.2);
        int teeth = 15;
        for (int i = 0; i <= teeth; i++) {
            double px = x - half + 2 * half * i / teeth;
            double drop = tall * (0.3 + (i % 2 == 0 ? 0.12 : 0) + 0.13 * noise.at(px / u / 30));
            path.lineTo(px, top + drop);
        }
        path.lineTo(x + half, top - tall * 0.2);
        path.closePath();
        return path;
    }

    private Path2D darkSide(double u) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x, base - tall * 1.2);
        for (int i = 0; i <= 18; i++) {
            double t = i / 18.0;
            double wander = noise.rough(t * 4 + x / u / 7, 3) * tall * 0.2 * Math.sqrt(t);
            path.lineTo(x + wander + away * tall * 0.1 * t, base - tall * (1.0 - t * 1.2));
        }
        path.lineTo(x + away * tall * 1.6, base + tall * 0.2);
        path.lineTo(x + away * tall * 1.6, base - tall * 1.2);
        path.closePath();
        return path;
    }
}
