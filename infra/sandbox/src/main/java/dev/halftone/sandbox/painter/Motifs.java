package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** Small things that give a landscape its story. */
final class Motifs {

    private static final Outline HULL =
            Outline.of(
                    "M -0.52 -0.13 Q 0 -0.07 0.62 -0.17 Q 0.46 0.08 0.28 0.08 L -0.36 0.08"
                            + " Q -0.5 0 -0.52 -0.13 Z");
    private static final Outline MAIN_SAIL =
            Outline.of("M -0.02 -1.28 Q -0.52 -0.66 -0.56 -0.24 L -0.02 -0.2 Z");
    private static final Outline JIB =
            Outline.of("M 0.04 -1.12 Q 0.38 -0.6 0.52 -0.26 Q 0.28 -0.3 0.04 -0.24 Z");
    private static final Outline MAST = Outline.of("M 0 -1.32 L 0 -0.1");

    private static final Outline BIRD =
            Outline.of(
                    "M -1 -1 Q -0.35 -1.1 0 0 Q 0.35 -1.1 1 -0.9 Q 0.35 -0.7 0 0.3"
                            + " Q -0.35 -0.7 -1 -1 Z");

    private static final Outline ENVELOPE =
            Outline.of(
                    "M -0.2 1.28 C -0.36 0.86 -1 0.6 -1 0 C -1 -0.55 -0.55 -1 0 -1"
                            + " C 0.55 -1 1 -0.55 1 0 C 1 0.6 0.36 0.86 0.2 1.28 Z");
    private static final Outline OUTER_GORE =
            Outline.of(
                    "M -0.15 1.28 C -0.28 0.86 -0.7 0.6 -0.7 0 C -0.7 -0.6 -0.4 -1 0 -1"
                            + " C 0.4 -1 0.7 -0.6 0.7 0 C 0.7 0.6 0.28 0.86 0.15 1.28 Z");
    private static final Outline INNER_GORE =
            Outline.of(
                    "M -0.06 1.28 C -0.12 0.86 -0.27 0.6 -0.27 0 C -0.27 -0.6 -0.15 -1 0 -1"
                            + " C 0.15 -1 0.27 -0.6 0.27 0 C 0.27 0.6 0.12 0.86 0.06 1.28 Z");
    private static final Outline ROPES =
            Outline.of("M -0.19 1.26 L -0.15 1.58 M 0.19 1.26 L 0.15 1.58");
    private static final Outline BASKET =
            Outline.of(
                    "M -0.18 1.56 L 0.18 1.56 Q 0.18 1.82 0.1 1.82 L -0.1 1.82 Q -0.18 1.82 -0.18"
                            + " 1.56 Z");

    private static final Outline TOWER =
            Outline.of("M -0.115 0 L -0.068 -0.78 L 0.068 -0.78 L 0.115 0 Z");
    private static final Outline STRIPES =
            Outline.of(
                    "M -0.074 -0.68 L 0.074 -0.68 L 0.082 -0.545 L -0.082 -0.545 Z"
                            + " M -0.09 -0.41 L 0.09 -0.41 L 0.098 -0.275 L -0.098 -0.275 Z"
                            + " M -0.107 -0.14 L 0.107 -0.14 L 0.115 0 L -0.115 0 Z");
    private static final Outline SHADY_SIDE =
            Outline.of("M 0.02 0 L 0.02 -0.78 L 0.068 -0.78 L 0.115 0 Z");
    private static final Outline LANTERN =
            Outline.of("M -0.049 -0.8 L -0.049 -0.9 L 0.049 -0.9 L 0.049 -0.8 Z");
    private static final Outline GALLERY_AND_ROOF =
            Outline.of(
                    "M -0.099 -0.8 L 0.099 -0.8 L 0.099 -0.775 L -0.099 -0.775 Z"
                            + " M -0.075 -0.9 L 0 -1 L 0.075 -0.9 Z");

    private static final Outline WALLS =
            Outline.of(
                    "M -0.5 -0.48 L 0.5 -0.48 L 0.5 0.02 L -0.5 0.02 Z"
                            + " M 0.16 -1.06 L 0.29 -1.06 L 0.29 -0.76 L 0.16 -0.76 Z");
    private static final Outline ROOF =
            Outline.of("M -0.64 -0.44 L -0.34 -0.9 L 0.34 -0.9 L 0.64 -0.44 Z");
    private static final Outline WINDOW =
            Outline.of("M -0.28 -0.33 L -0.08 -0.33 L -0.08 -0.14 L -0.28 -0.14 Z");
    private static final Outline DOOR =
            Outline.of("M 0.1 -0.32 L 0.27 -0.32 L 0.27 0.02 L 0.1 0.02 Z");

    private static final Outline DEER =
            Outline.of(
                    "M -0.4 -0.66 C -0.2 -0.74 0.1 -0.66 0.2 -0.72 L 0.3 -1.02 L 0.36 -1.1"
                            + " Q 0.46 -1.1 0.58 -0.99 Q 0.56 -0.94 0.44 -0.96"
                            + " Q 0.4 -0.7 0.28 -0.5 C 0.1 -0.4 -0.2 -0.42 -0.36 -0.45"
                            + " Q -0.46 -0.55 -0.4 -0.66 Z"
                            + " M -0.41 -0.5 L -0.3 -0.5 L -0.358 0 L -0.402 0 Z"
                            + " M -0.29 -0.5 L -0.18 -0.5 L -0.198 0 L -0.242 0 Z"
                            + " M 0.11 -0.5 L 0.22 -0.5 L 0.162 0 L 0.118 0 Z"
                            + " M 0.22 -0.5 L 0.33 -0.5 L 0.312 0 L 0.268 0 Z");
    private static final Outline ANTLERS =
            Outline.of(
                    "M 0.38 -1.08 Q 0.52 -1.2 0.54 -1.42 M 0.47 -1.19 L 0.62 -1.28"
                            + " M 0.52 -1.28 L 0.43 -1.42"
                            + " M 0.36 -1.08 Q 0.18 -1.2 0.16 -1.42 M 0.25 -1.19 L 0.06 -1.28"
                            + " M 0.19 -1.28 L 0.3 -1.42");

    private static final Outline ROCKET =
            Outline.of(
                    "M 0 -0.55 C 0.24 -0.3 0.22 0.1 0.13 0.32 L -0.13 0.32"
                            + " C -0.22 0.1 -0.24 -0.3 0 -0.55 Z");
    private static final Outline FINS =
            Outline.of(
                    "M 0.14 0.02 L 0.34 0.3 L 0.3 0.46 L 0.1 0.3 Z"
                            + " M -0.14 0.02 L -0.34 0.3 L -0.3 0.46 L -0.1 0.3 Z");
    private static final Outline FLAME =
            Outline.of("M 0 0.28 Q 0.24 0.66 0 1.05 Q -0.24 0.66 0 0.28 Z");
    private static final Outline HEART_OF_FLAME =
            Outline.of("M 0 0.28 Q 0.14 0.5 0 0.75 Q -0.14 0.5 0 0.28 Z");

    private final Sheet sheet;
    private final Canvas canvas;
    private final Palette palette;

    Motifs(Sheet sheet) {
        this.sheet = sheet;
        this.canvas = sheet.canvas();
        this.palette = sheet.palette();
    }

    /** A sailing boat whose waterline is at {@code y}. */
    void boat(double x, double y, double size, int facing) {
        double luff = x - facing * size * 0.02;
        Tone fold = Tone.along(luff, y, x - facing * size * 0.56, y - size * 0.1, 0.62);
        int shade = Ramp.mix(palette.light(), palette.far(), 0.75);
        Ink canvasCloth = canvas.dotted(Ink.flat(palette.light()), shade, fold, 30);
        canvas.fill(MAIN_SAIL.at(x, y, size, facing), canvasCloth);
        canvas.fill(JIB.at(x, y, size, facing), palette.accent());
        canvas.stroke(MAST.at(x, y, size), size * 0.025, palette.near());
        canvas.fill(HULL.at(x, y, size, facing), palette.near());
    }

    void birds(Dice dice, double x, double y, double spread, int count) {
        int colour = palette.night() ? palette.light() : palette.near();
        for (int i = 0; i < count; i++) {
            double birdX = x + dice.between(-1, 1) * spread;
            double birdY = y + dice.between(-0.4, 0.4) * spread;
            double size = sheet.unit() * dice.between(7, 15);
            Shape wide = BIRD.at(0, 0, size);
            AffineTransform flat = AffineTransform.getTranslateInstance(birdX, birdY);
            flat.scale(1, dice.between(0.3, 0.6));
            canvas.fill(flat.createTransformedShape(wide), colour);
        }
    }

    /** A hot-air balloon; {@code y} is the middle of its envelope. */
    void balloon(double x, double y, double radius) {
        canvas.fill(ENVELOPE.at(x, y, radius), palette.accent());
        canvas.fill(OUTER_GORE.at(x, y, radius), palette.light());
        canvas.fill(INNER_GORE.at(x, y, radius), palette.accent());
        Tone shade = Tone.along(x - radius * 0.2, y - radius * 0.3, x + radius, y + radius, 0.8);
        Ink dots = canvas.dotted(new Under(canvas), palette.near(), shade, 45);
        canvas.fill(ENVELOPE.at(x, y, radius), dots, 0.7);
        canvas.stroke(ROPES.at(x, y, radius), radius * 0.025, palette.near());
        canvas.fill(BASKET.at(x, y, radius), palette.near());
    }

    void lighthouse(double x, double base, double height) {
        canvas.fill(TOWER.at(x, base, height), palette.light());
        canvas.fill(STRIPES.at(x, base, height), palette.accent());
        canvas.fill(SHADY_SIDE.at(x, base, height), Ink.flat(palette.near()), 0.28);
        canvas.fill(LANTERN.at(x, base, height), palette.sun());
        canvas.fill(GALLERY_AND_ROOF.at(x, base, height), palette.near());
        canvas.glow(x, base - height * 0.85, height * 0.5, palette.sun(), 0.6);
    }

    /** A cottage with one lit window. */
    void cabin(double x, double base, double size) {
        canvas.fill(WALLS.at(x, base, size), Ramp.mix(palette.near(), palette.far(), 0.12));
        canvas.fill(ROOF.at(x, base, size), palette.accent());
        canvas.fill(WINDOW.at(x, base, size), palette.sun());
        canvas.fill(DOOR.at(x, base, size), Ramp.mix(palette.near(), 0x000000, 0.3));
        canvas.glow(x - size * 0.18, base - size * 0.24, size * 0.7, palette.sun(), 0.5);
    }

    /** A deer, standing and alert. */
    void deer(double x, double base, double size, int facing) {
        canvas.fill(DEER.at(x, base, size, facing), palette.near());
        canvas.stroke(ANTLERS.at(x, base, size, facing), size * 0.026, palette.near());
    }

    void rocket(double x, double y, double size, double degrees) {
        canvas.glow(x, y + size * 0.5, size * 0.7, palette.sun(), 0.5);
        canvas.fill(FINS.turned(x, y, size, degrees), palette.accent());
        canvas.fill(FLAME.turned(x, y, size, degrees), palette.accent());
        canvas.fill(HEART_OF_FLAME.turned(x, y, size, degrees), palette.sun());
        Tone round = Tone.along(x - size * 0.02, y, x + size * 0.22, y + size * 0.08, 0.75);
        Ink metal = canvas.dotted(Ink.flat(palette.light()), palette.far(), round, 45);
        canvas.fill(ROCKET.turned(x, y, size, degrees), metal);
        double angle = Math.toRadians(degrees);
        double portX = x + Math.sin(angle) * size * 0.14;
        double portY = y - Math.cos(angle) * size * 0.14;
        canvas.fill(Canvas.circle(portX, portY, size * 0.085), palette.near());
        canvas.fill(Canvas.circle(portX, portY, size * 0.055), palette.skyMiddle());
    }
}
