package dev.halftone.sandbox.painter;

import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.DoubleUnaryOperator;

/** Open water under a low light: bands of swell, a path of reflections, perhaps a sail. */
final class SeaScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double horizon = sheet.height() * dice.between(0.5, 0.62);
        double radius = sheet.unit() * dice.between(105, 165);
        double x =
                sheet.width()
                        * (dice.chance(0.5) ? dice.between(0.26, 0.42) : dice.between(0.58, 0.74));
        double y = horizon - radius * dice.between(0.25, 1.9);
        Sky sky = new Sky(sheet);
        Sky.Sun sun = sky.draw(dice.fork("sky"), horizon, new Sky.Sun(x, y, radius));
        sky.clouds(dice.fork("clouds"), 3, horizon * 0.3, horizon * 0.86, sun);
        islands(sheet, dice.fork("islands"), horizon, x);
        water(sheet, dice.fork("water"), horizon, sun);
        Motifs motifs = new Motifs(sheet);
        story(sheet, dice.fork("story"), horizon, sun, motifs);
        foreground(sheet, dice.fork("foreground"));
    }

    private static void islands(Sheet sheet, Dice dice, double horizon, double sunX) {
        Noise noise = new Noise(dice);
        double away = sunX < sheet.width() / 2 ? sheet.width() * 0.98 : sheet.width() * 0.02;
        for (int i = 0; i < 2; i++) {
            double reach = sheet.width() * (0.42 - i * 0.14);
            double high = sheet.height() * (0.085 + i * 0.02);
            int colour = sheet.land(0.12 + i * 0.2);
            sheet.canvas()
                    .fill(
                            Shapes.ground(
                                    sheet,
                                    px -> {
                                        double t = 1 - Math.abs(px - away) / reach;
                                        double ridge =
                                                0.72
                                                        + 0.4
                                                                * noise.rough(
                                                                        px / sheet.unit() / 120, 4);
                                        return t <= 0
                                                ? sheet.height() + 5
                                                : horizon + 3 - high * Math.pow(t, 0.8) * ridge;
                                    }),
                            Ink.flat(colour));
        }
    }

    private static void water(Sheet sheet, Dice dice, double horizon, Sky.Sun sun) {
        Palette palette = sheet.palette();
        Canvas canvas = sheet.canvas();
        int bright = Ramp.mix(palette.skyLow(), palette.far(), 0.35);
        int middle = Ramp.mix(palette.skyTop(), palette.far(), 0.45);
        int deep = Ramp.mix(palette.skyTop(), palette.near(), 0.72);
        Ink base = Ink.fade(horizon, sheet.height(), bright, middle, deep);
        Tone shade = Tone.along(0, horizon, 0, sheet.height(), 0.62);
        canvas.fill(
                new Rectangle2D.Double(0, horizon, sheet.width(), sheet.height()),
                canvas.dotted(base, Ramp.mix(deep, palette.near(), 0.4), shade, 75));
        reflections(sheet, dice, horizon, sun);
    }

    private static void reflections(Sheet sheet, Dice dice, double horizon, Sky.Sun sun) {
        double depth = sheet.height() - horizon;
        Palette palette = sheet.palette();
        Ink light = Ink.flat(palette.sun());
        Ink glint = Ink.flat(Ramp.mix(palette.skyLow(), palette.light(), 0.4));
        int rows = 46;
        for (int i = 0; i < rows; i++) {
            double t = Math.pow((i + 0.5) / rows, 1.5);
            double y = horizon + depth * t;
            double thick = sheet.unit() * (1.6 + 6.5 * t);
            double spread = sun.radius() * (0.75 + 1.1 * t);
            int pieces = 1 + dice.below(3);
            for (int piece = 0; piece < pieces; piece++) {
                double length = sun.radius() * dice.between(0.18, 0.95) * (1 - 0.25 * t);
                double x = sun.x() + dice.between(-1, 1) * spread - length / 2;
                sheet.canvas().fill(bar(x, y, length, thick), light, 0.9 - 0.5 * t);
            }
            double length = sheet.unit() * dice.between(30, 150);
            double x = dice.unit() * sheet.width() - length / 2;
            sheet.canvas().fill(bar(x, y, length, thick * 0.6), glint, 0.34);
        }
    }

    private static RoundRectangle2D bar(double x, double y, double length, double thick) {
        return new RoundRectangle2D.Double(x, y, length, thick, thick, thick);
    }

    private static void story(Sheet sheet, Dice dice, double horizon, Sky.Sun sun, Motifs motifs) {
        Words words = sheet.words();
        double depth = sheet.height() - horizon;
        if (words.any("lighthouse")) {
            double x = sun.x() < sheet.width() / 2 ? sheet.width() * 0.8 : sheet.width() * 0.2;
            double size = sheet.unit() * 400;
            rock(sheet, x, horizon + depth * 0.18, sheet.unit() * 170);
            motifs.lighthouse(x, horizon + depth * 0.03, size);
            motifs.birds(dice, x, horizon - size, sheet.unit() * 110, 5);
        } else if (words.any("boat", "ship", "sail", "sailing", "yacht") || dice.chance(0.6)) {
            double x =
                    sun.x()
                            + (sun.x() < sheet.width() / 2 ? 1 : -1)
                                    * sheet.width()
                                    * dice.between(0.14, 0.3);
            motifs.boat(
                    x,
                    horizon + depth * dice.between(0.12, 0.24),
                    sheet.unit() * dice.between(115, 165),
                    dice.sign());
        }
        motifs.birds(
                dice,
                sheet.width() * dice.between(0.3, 0.7),
                horizon * 0.42,
                sheet.unit() * 120,
                4 + dice.below(4));
    }

    private static void rock(Sheet sheet, double x, double base, double half) {
        sheet.canvas()
                .fill(
                        Shapes.polygon(
                                x - half * 1.3,
                                base,
                                x - half * 0.8,
                                base - half * 0.45,
                                x - half * 0.4,
                                base - half * 0.8,
                                x + half * 0.3,
                                base - half * 0.78,
                                x + half * 0.62,
                                base - half * 0.4,
                                x + half * 1.25,
                                base),
                        sheet.land(0.85));
    }

    private static void foreground(Sheet sheet, Dice dice) {
        Noise noise = new Noise(dice);
        double u = sheet.unit();
        for (int i = 0; i < 3; i++) {
            double level = sheet.height() - u * (118 - i * 42);
            double phase = dice.between(0, 9);
            double tall = u * (13 + i * 5);
            double length = u * (140 + 60 * i);
            int colour =
                    Ramp.mix(
                            Ramp.mix(
                                    sheet.palette().skyTop(),
                                    sheet.palette().near(),
                                    0.6 + 0.2 * i),
                            0,
                            0.03 * i);
            int crest = Ramp.mix(colour, sheet.palette().light(), 0.55);
            DoubleUnaryOperator swell =
                    px -> {
                        double t = (px / length + phase) % 1;
                        double shape = Math.pow(Math.abs(Math.sin(Math.PI * t)), 0.75);
                        return level - tall * shape + noise.at(px / u / 210) * tall * 0.8;
                    };
            sheet.canvas().fill(Shapes.ground(sheet, swell), crest);
            double fine = u * (2.6 + i * 0.9);
            Tone shade = Tone.along(0, level - tall, 0, level + u * 90, 0.6);
            sheet.canvas()
                    .fill(
                            Shapes.ground(sheet, px -> swell.applyAsDouble(px) + fine),
                            sheet.canvas()
                                    .dotted(
                                            Ink.flat(colour),
                                            Ramp.mix(colour, sheet.palette().near(), 0.7),
                                            shade,
                                            45));
        }
    }
}
