package dev.halftone.sandbox.painter;

import java.awt.BasicStroke;
import java.awt.Shape;

/** A steaming cup. */
record Cup(Sheet sheet, double x, double base, double size) {

    private static final Outline BODY =
            Outline.of(
                    "M -0.62 -1 C -0.6 -0.3 -0.42 0 -0.26 0 L 0.26 0 C 0.42 0 0.6 -0.3 0.62 -1 Z");
    private static final Outline HANDLE =
            Outline.of("M 0.56 -0.82 C 1.02 -0.92 1.02 -0.36 0.5 -0.36");
    private static final Outline RIM =
            Outline.of(
                    "M -0.62 -1 C -0.62 -1.13 0.62 -1.13 0.62 -1 C 0.62 -0.87 -0.62 -0.87 -0.62 -1"
                            + " Z");
    private static final Outline STEAM =
            Outline.of(
                    "M -0.28 -1.2 C -0.08 -1.45 -0.48 -1.6 -0.22 -1.83"
                            + " M 0 -1.2 C 0.2 -1.45 -0.2 -1.65 0.06 -1.95"
                            + " M 0.28 -1.2 C 0.48 -1.45 0.08 -1.6 0.34 -1.83");

    void draw() {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        StillLifeScene.shadow(sheet, x, base, size * 0.9);
        canvas.stroke(HANDLE.at(x, base, size), size * 0.1, p.accent());
        Tone round = Tone.along(x + size * 0.2, 0, x - size * 0.68, 0, 0.8);
        canvas.fill(
                BODY.at(x, base, size), canvas.dotted(Ink.flat(p.accent()), p.near(), round, 30));
        canvas.fill(RIM.at(x, base, size), Ramp.mix(p.accent(), p.near(), 0.55));
        BasicStroke wisp =
                new BasicStroke(
                        (float) (size * 0.045), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        Shape steam = wisp.createStrokedShape(STEAM.at(x, base, size));
        canvas.fill(steam, Ink.flat(p.light()), 0.6);
    }
}
