package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** One building of a skyline; {@code near} is 0 at the horizon and 1 in front. */
record Tower(double x, double base, double wide, double tall, double near) {

    void draw(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        int colour = sheet.land(0.16 + 0.8 * near);
        int shade = sheet.land(Math.min(1, 0.42 + 0.7 * near));
        Path2D.Double outline = new Path2D.Double();
        outline.append(box(0, 0, 1, sheet.height() - top() + 4), false);
        roof(outline, dice.below(6), sheet.unit());
        Tone tone = Tone.along(x + wide * 0.25, 0, x + wide * 1.05, 0, 0.72);
        canvas.fill(outline, canvas.dotted(Ink.flat(colour), shade, tone, 45));
        if (near > 0.2) {
            windows(sheet, dice);
        }
    }

    private double top() {
        return base - tall;
    }

    /** A box on or above the roof line: left and width are parts of the width, the rest lengths. */
    private Rectangle2D box(double left, double rise, double width, double height) {
        return new Rectangle2D.Double(x + wide * left, top() - rise, wide * width, height);
    }

    private void roof(Path2D outline, int kind, double u) {
        double middle = x + wide / 2;
        double eaves = top() + 1;
        Shape[] parts =
                switch (kind) {
                    case 0 ->
                            new Shape[] {
                                box(0.2, u * 16, 0.6, u * 18),
                                new Rectangle2D.Double(
                                        middle - u * 1.6, top() - u * 74, u * 3.2, u * 64)
                            };
                    case 1 ->
                            new Shape[] {
                                Shapes.polygon(
                                        x, eaves, x + wide, eaves, x + wide, top() - wide * 0.4)
                            };
                    case 2 ->
                            new Shape[] {
                                Shapes.polygon(
                                        x + wide * 0.1,
                                        eaves,
                                        middle,
                                        top() - wide * 0.85,
                                        x + wide * 0.9,
                                        eaves)
                            };
                    case 3 -> new Shape[] {Canvas.circle(middle, top(), wide * 0.42)};
                    case 4 ->
                            new Shape[] {
                                box(0.16, u * 22, 0.68, u * 24), box(0.32, u * 42, 0.36, u * 24)
                            };
                    default -> new Shape[] {box(0.58, u * 17, 0.24, u * 18)};
                };
        for (Shape part : parts) {
            outline.append(part, false);
        }
    }

    private void windows(Sheet sheet, Dice dice) {
        double u = sheet.unit();
        double cellX = u * (7 + 5 * near);
        double cellY = u * (10 + 6 * near);
        int columns = (int) Math.max(2, Math.floor((wide - u * 10) / cellX));
        double margin = (wide - columns * cellX) / 2;
        double lit = dice.between(0.12, 0.5) * (sheet.palette().night() ? 1.15 : 0.75);
        boolean strips = dice.chance(0.25);
        Path2D.Double bright = new Path2D.Double();
        Path2D.Double warm = new Path2D.Double();
        double bottom = Math.min(base + u * 50, sheet.height());
        for (double y = top() + u * 14; y < bottom; y += cellY) {
            boolean rowLit = dice.chance(lit);
            for (int column = 0; column < columns; column++) {
                if (strips ? rowLit : dice.chance(lit)) {
                    double left = x + margin + column * cellX + cellX * 0.18;
                    Rectangle2D pane =
                            new Rectangle2D.Double(
                                    left, y, cellX * (strips ? 1.0 : 0.62), cellY * 0.55);
                    (dice.chance(0.16) ? warm : bright).append(pane, false);
                }
            }
        }
        double strength = 0.5 + 0.45 * near;
        int glass = Ramp.mix(sheet.palette().sun(), sheet.palette().skyLow(), 0.25);
        sheet.canvas().fill(bright, Ink.flat(glass), strength);
        sheet.canvas().fill(warm, Ink.flat(sheet.palette().accent()), strength);
    }
}
