package dev.halftone.sandbox.painter;

import java.awt.Shape;

/** A seated cat from behind: a silhouette with fur on one side and a collar. */
final class Cat {

    private static final Outline BODY =
            Outline.of(
                    "M -0.24 0 C -0.34 -0.02 -0.33 -0.26 -0.24 -0.42"
                            + " C -0.2 -0.5 -0.13 -0.55 -0.135 -0.62"
                            + " C -0.2 -0.64 -0.215 -0.74 -0.19 -0.82"
                            + " L -0.168 -0.975 Q -0.13 -0.96 -0.07 -0.865 Q 0 -0.845 0.07 -0.865"
                            + " Q 0.13 -0.96 0.168 -0.975 L 0.19 -0.82"
                            + " C 0.215 -0.74 0.2 -0.64 0.135 -0.62"
                            + " C 0.13 -0.55 0.2 -0.5 0.24 -0.42"
                            + " C 0.33 -0.26 0.34 -0.02 0.24 0 Z");
    private static final Outline TAIL = Outline.of("M 0.2 -0.06 C 0.62 0.04 0.66 -0.3 0.5 -0.36");
    private static final Outline COLLAR = Outline.of("M -0.135 -0.615 Q 0 -0.57 0.135 -0.615");

    private final Sheet sheet;

    Cat(Sheet sheet) {
        this.sheet = sheet;
    }

    void sit(double x, double base, double size, int facing) {
        Canvas canvas = sheet.canvas();
        Palette palette = sheet.palette();
        Shape body = BODY.at(x, base, size);
        canvas.stroke(TAIL.at(x, base, size, facing), size * 0.075, palette.near());
        canvas.fill(body, palette.near());
        double lit = x - facing * size * 0.42;
        Tone fur = Tone.along(x, base - size * 0.35, lit, base - size * 0.55, 0.5);
        int sheen = Ramp.mix(palette.near(), palette.skyMiddle(), 0.4);
        canvas.fill(body, canvas.dotted(new Under(canvas), sheen, fur, 45));
        canvas.stroke(COLLAR.at(x, base, size), size * 0.024, palette.accent());
        canvas.fill(Canvas.circle(x, base - size * 0.572, size * 0.022), palette.sun());
    }
}
