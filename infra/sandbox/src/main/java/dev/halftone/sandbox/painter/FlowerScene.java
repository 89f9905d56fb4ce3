package dev.halftone.sandbox.painter;

import java.awt.geom.Path2D;

/** A meadow seen from the grass: great blossoms against the disc of the sun. */
final class FlowerScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double h = sheet.height();
        Sky sky = new Sky(sheet);
        Sky.Sun sun =
                new Sky.Sun(
                        sheet.width() * dice.between(0.35, 0.65),
                        h * dice.between(0.36, 0.46),
                        sheet.unit() * dice.between(210, 290));
        sky.draw(dice.fork("sky"), h * 0.95, sun);
        hills(sheet, dice.fork("hills"));
        grass(sheet, dice.fork("far grass"), 0.55, 150, 110);
        int stems = (int) Math.round(6 + sheet.width() / sheet.unit() / 160);
        Dice bed = dice.fork("bed");
        for (int i = 0; i < stems; i++) {
            double x = sheet.width() * (i + 0.5 + bed.between(-0.33, 0.33)) / stems;
            double centre = 1 - Math.abs(x - sun.x()) / sheet.width();
            double tall = sheet.unit() * bed.between(240, 470) * (0.65 + 0.5 * centre);
            flower(sheet, bed.fork("flower" + i), x, Math.min(tall, h * 0.72));
        }
        grass(sheet, dice.fork("near grass"), 1.0, 210, 150);
        butterflies(sheet, dice.fork("butterflies"));
    }

    private static void hills(Sheet sheet, Dice dice) {
        for (int i = 0; i < 3; i++) {
            Noise noise = new Noise(dice);
            double level = sheet.height() * (0.7 + 0.075 * i);
            double swing = sheet.unit() * 46;
            int colour = sheet.land(0.08 + 0.16 * i);
            Tone tone = Tone.along(0, level - swing, 0, level + swing * 3, 0.7);
            sheet.canvas()
                    .fill(
                            Shapes.ground(
                                    sheet, x -> level + noise.at(x / sheet.unit() / 330) * swing),
                            sheet.canvas()
                                    .dotted(
                                            Ink.flat(colour),
                                            sheet.land(0.36 + 0.16 * i),
                                            tone,
                                            15 + 30 * i));
        }
    }

    private static void grass(Sheet sheet, Dice dice, double near, int blades, double tall) {
        double h = sheet.height();
        for (int i = 0; i < blades; i++) {
            double x = dice.unit() * sheet.width();
            double size = sheet.unit() * tall * dice.between(0.4, 1.2);
            double lean = size * dice.between(-0.35, 0.35);
            int colour = sheet.land(Math.min(1, near * dice.between(0.72, 1.05)));
            sheet.canvas().fill(Shapes.leaf(x, h + 8, x + lean, h - size, 0.07), colour);
        }
    }

    private static void flower(Sheet sheet, Dice dice, double x, double tall) {
        Canvas canvas = sheet.canvas();
        double h = sheet.height();
        double u = sheet.unit();
        double lean = dice.between(-0.16, 0.16) * tall;
        double topX = x + lean;
        double topY = h - tall;
        Path2D.Double stem = new Path2D.Double();
        stem.moveTo(x, h + 10);
        stem.quadTo(x, h - tall * 0.5, topX, topY);
        int green = sheet.land(0.86);
        canvas.stroke(stem, u * 5.4, green);
        for (int side = -1; side <= 1; side += 2) {
            double at = dice.between(0.25, 0.55);
            double leafX = x + lean * at * at;
            double leafY = h - tall * at;
            double reach = u * dice.between(60, 110);
            Path2D leaf =
                    Shapes.leaf(
                            leafX,
                            leafY,
                            leafX + side * reach,
                            leafY - reach * dice.between(0.5, 1.0),
                            0.3);
            Tone tone = Tone.along(leafX, leafY, leafX + side * reach, leafY - reach, 0.7);
            canvas.fill(leaf, canvas.dotted(Ink.flat(green), sheet.land(0.5), tone, 30));
        }
        double size = u * dice.between(52, 92);
        switch (kind(sheet, dice)) {
            case 0 -> daisy(sheet, dice, topX, topY, size);
            case 1 -> poppy(sheet, dice, topX, topY, size);
            default -> tulip(sheet, topX, topY, size * 1.05, lean);
        }
    }

    private static int kind(Sheet sheet, Dice dice) {
        int kind = dice.below(3);
        if (sheet.words().any("tulip")) {
            return 2;
        }
        if (sheet.words().any("poppy", "poppies", "rose")) {
            return 1;
        }
        return sheet.words().any("daisy", "daisies", "sunflower") ? 0 : kind;
    }

    private static int petal(Sheet sheet, Dice dice) {
        Palette p = sheet.palette();
        int second = Ramp.mix(p.accent(), p.light(), 0.82);
        int third = Ramp.mix(p.accent(), p.sun(), 0.55);
        return new int[] {p.accent(), second, third}[dice.below(3)];
    }

    private static void daisy(Sheet sheet, Dice dice, double x, double y, double size) {
        Canvas canvas = sheet.canvas();
        int colour = petal(sheet, dice);
        int dots = Ramp.mix(colour, sheet.palette().near(), 0.42);
        int petals = 11 + dice.below(5);
        double turn = dice.unit();
        Tone tone = (px, py) -> 0.85 - Math.hypot(px - x, py - y) / size * 0.95;
        Ink ink = canvas.dotted(Ink.flat(colour), dots, tone, 45);
        for (int i = 0; i < petals; i++) {
            double angle = (i + turn) * Math.TAU / petals;
            double reach = size * dice.between(0.92, 1.06);
            canvas.fill(
                    Shapes.leaf(
                            x, y, x + Math.cos(angle) * reach, y + Math.sin(angle) * reach, 0.27),
                    ink);
        }
        int heart = Ramp.mix(sheet.palette().near(), sheet.palette().accent(), 0.12);
        canvas.fill(Canvas.circle(x, y, size * 0.3), heart);
        Tone seeds =
                (px, py) -> 0.75 - Math.hypot(px - x + size * 0.08, py - y + size * 0.1) / size * 2;
        canvas.disc(
                x,
                y,
                size * 0.27,
                canvas.dotted(Ink.flat(heart), sheet.palette().sun(), seeds, 15));
    }

    private static void poppy(Sheet sheet, Dice dice, double x, double y, double size) {
        Canvas canvas = sheet.canvas();
        int colour = petal(sheet, dice);
        int dots = Ramp.mix(colour, sheet.palette().near(), 0.5);
        double[][] lobes = {
            {-0.42, -0.18, 0.6}, {0.42, -0.2, 0.6}, {0, -0.38, 0.58}, {0, 0.16, 0.62}
        };
        for (double[] lobe : lobes) {
            double cx = x + lobe[0] * size;
            double cy = y + lobe[1] * size;
            double radius = lobe[2] * size;
            Tone tone = (px, py) -> 0.92 - Math.hypot(px - x, py - y + size * 0.1) / size * 1.05;
            canvas.disc(cx, cy, radius, canvas.dotted(Ink.flat(colour), dots, tone, 30));
            canvas.stroke(
                    Canvas.circle(cx, cy, radius),
                    sheet.unit() * 0.9,
                    Ramp.mix(colour, dots, 0.35));
        }
        canvas.fill(Canvas.circle(x, y - size * 0.08, size * 0.2), sheet.palette().near());
        for (int i = 0; i < 12; i++) {
            double angle = i * Math.TAU / 12;
            double reach = size * 0.31;
            canvas.fill(
                    Canvas.circle(
                            x + Math.cos(angle) * reach,
                            y - size * 0.08 + Math.sin(angle) * reach,
                            size * 0.03),
                    sheet.palette().near());
        }
    }

    private static void tulip(Sheet sheet, double x, double y, double size, double lean) {
        Canvas canvas = sheet.canvas();
        int colour = sheet.palette().accent();
        int dots = Ramp.mix(colour, sheet.palette().near(), 0.5);
        Tone tone = Tone.along(x, y - size * 0.7, x, y + size * 0.6, 0.9);
        double tip = lean * 0.08;
        Ink back = canvas.dotted(Ink.flat(Ramp.mix(colour, dots, 0.3)), dots, tone, 15);
        Ink front =
                canvas.dotted(
                        Ink.flat(Ramp.mix(colour, sheet.palette().light(), 0.12)), dots, tone, 45);
        canvas.fill(Shapes.leaf(x, y + size * 0.5, x + tip, y - size * 0.95, 0.42), back);
        canvas.fill(cup(x, y, size, -1, tip), front);
        canvas.fill(cup(x, y, size, 1, tip), front);
    }

    private static Path2D cup(double x, double y, double size, int side, double tip) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x, y + size * 0.55);
        path.curveTo(
                x + side * size * 0.62,
                y + size * 0.5,
                x + side * size * 0.68,
                y - size * 0.3,
                x + side * size * 0.46 + tip,
                y - size * 0.86);
        path.curveTo(
                x + side * size * 0.2,
                y - size * 0.5,
                x - side * size * 0.12,
                y - size * 0.1,
                x - side * size * 0.06,
                y + size * 0.5);
        path.closePath();
        return path;
    }

    private static void butterflies(Sheet sheet, Dice dice) {
        for (int i = 0; i < 3; i++) {
            double x = sheet.width() * dice.between(0.12, 0.88);
            double y = sheet.height() * dice.between(0.12, 0.42);
            double s = sheet.unit() * dice.between(13, 21);
            int colour = i == 0 ? sheet.palette().accent() : sheet.land(0.7);
            double tilt = dice.between(-0.4, 0.4);
            for (int side = -1; side <= 1; side += 2) {
                sheet.canvas()
                        .fill(
                                Shapes.leaf(x, y, x + side * s, y - s * (0.9 + tilt * side), 0.5),
                                colour);
                sheet.canvas()
                        .fill(
                                Shapes.leaf(
                                        x,
                                        y,
                                        x + side * s * 0.75,
                                        y + s * (0.6 - tilt * side),
                                        0.5),
                                colour);
            }
        }
    }
}
