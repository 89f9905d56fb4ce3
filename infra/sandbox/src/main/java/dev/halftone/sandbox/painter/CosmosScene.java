package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** A ringed planet and its moons above a strange horizon. */
final class CosmosScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double w = sheet.width();
        double h = sheet.height();
        double u = sheet.unit();
        heaven(sheet);
        nebula(sheet, dice.fork("nebula"));
        new Sky(sheet).stars(dice.fork("stars"), h);
        double x = w * (dice.chance(0.5) ? dice.between(0.3, 0.42) : dice.between(0.58, 0.7));
        double y = h * dice.between(0.36, 0.44);
        double radius = u * dice.between(190, 250);
        planet(sheet, dice.fork("planet"), x, y, radius);
        for (int i = 0; i < 3; i++) {
            double angle = dice.between(0, Math.TAU);
            moon(
                    sheet,
                    x + Math.cos(angle) * radius * 2.1 * w / h,
                    y + Math.sin(angle) * radius * 1.5,
                    u * dice.between(14, 46),
                    i);
        }
        surface(sheet, dice.fork("surface"));
        if (sheet.words().any("rocket", "spaceship", "spacecraft", "astronaut", "ship")
                || dice.chance(0.5)) {
            new Motifs(sheet)
                    .rocket(
                            x < w / 2 ? w * 0.76 : w * 0.24,
                            h * 0.56,
                            u * 150,
                            x < w / 2 ? 24 : -24);
        }
    }

    private static void heaven(Sheet sheet) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        int deep = Ramp.mix(p.near(), p.skyTop(), 0.25);
        int high = Ramp.mix(p.skyTop(), p.near(), 0.5);
        Ink fade = Ink.fade(0, sheet.height(), deep, high, p.skyMiddle());
        Tone zenith = Tone.falling(0, sheet.height() * 0.5, 0.5);
        canvas.fill(canvas.everything(), canvas.dotted(fade, Ramp.mix(deep, 0, 0.4), zenith, 15));
    }

    private static void nebula(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        Noise noise = new Noise(dice);
        double scale = 1 / (sheet.unit() * 420);
        double lean = dice.between(-0.7, 0.7);
        double w = sheet.width();
        double h = sheet.height();
        Tone cloud =
                (x, y) -> {
                    double band = Math.abs((y - h * 0.45) - lean * (x - w / 2)) / (h * 0.42);
                    return band >= 1
                            ? 0
                            : (1 - band) * (0.42 + 0.9 * noise.rough(x * scale, y * scale, 3));
                };
        Ink veil = new Under(canvas);
        canvas.fill(
                canvas.everything(),
                canvas.dotted(
                        veil,
                        Ramp.mix(sheet.palette().skyMiddle(), sheet.palette().accent(), 0.3),
                        cloud,
                        45),
                0.75);
    }

    private static void planet(Sheet sheet, Dice dice, double x, double y, double radius) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        canvas.glow(x, y, radius * 2.4, p.accent(), 0.4);
        double tilt = dice.between(-0.5, 0.5);
        Area ring = new Area(ring(x, y, radius * 2.05, radius * 0.5, tilt));
        ring.subtract(new Area(ring(x, y, radius * 1.42, radius * 0.33, tilt)));
        Area front = new Area(ring);
        Area upper =
                new Area(
                        AffineTransform.getRotateInstance(tilt, x, y)
                                .createTransformedShape(
                                        new Rectangle2D.Double(
                                                x - radius * 3,
                                                y - radius * 3,
                                                radius * 6,
                                                radius * 3)));
        front.subtract(upper);
        int dust = Ramp.mix(p.light(), p.accent(), 0.25);
        Tone grain =
                (px, py) -> 0.45 + 0.4 * Math.sin(Math.hypot(px - x, (py - y) * 3) / radius * 14);
        Ink ringInk =
                canvas.dotted(Ink.flat(dust), Ramp.mix(p.skyMiddle(), p.accent(), 0.35), grain, 30);
        canvas.fill(ring, ringInk);
        bands(sheet, dice, x, y, radius, tilt);
        Tone night = (px, py) -> ((px - x) * 0.75 + (py - y) * 0.6) / radius * 0.95 + 0.1;
        canvas.disc(x, y, radius, canvas.dotted(new Under(canvas), p.near(), night, 45));
        canvas.fill(front, ringInk);
    }

    private static void bands(
            Sheet sheet, Dice dice, double x, double y, double radius, double tilt) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        canvas.fill(Canvas.circle(x, y, radius), Ramp.mix(p.accent(), p.sun(), 0.35));
        Area disc = new Area(Canvas.circle(x, y, radius));
        AffineTransform turn = AffineTransform.getRotateInstance(tilt, x, y);
        double top = -1;
        while (top < 1) {
            double thick = dice.between(0.06, 0.3);
            Area band =
                    new Area(
                            turn.createTransformedShape(
                                    new Ellipse2D.Double(
                                            x - radius * 1.5,
                                            y + radius * top,
                                            radius * 3,
                                            radius * thick * 1.3)));
            band.intersect(disc);
            int colour =
                    dice.chance(0.5)
                            ? p.accent()
                            : Ramp.mix(p.sun(), p.skyLow(), dice.unit() * 0.6);
            canvas.fill(band, Ink.flat(colour), 0.75);
            top += thick * dice.between(1.1, 1.9);
        }
    }

    private static Shape ring(double x, double y, double a, double b, double tilt) {
        return AffineTransform.getRotateInstance(tilt, x, y)
                .createTransformedShape(new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b));
    }

    private static void moon(Sheet sheet, double x, double y, double radius, int index) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        int colour = index == 0 ? p.light() : Ramp.mix(p.skyLow(), p.far(), 0.3 * index);
        Tone night = (px, py) -> ((px - x) * 0.75 + (py - y) * 0.6) / radius * 0.9 + 0.15;
        canvas.disc(x, y, radius, canvas.dotted(Ink.flat(colour), p.near(), night, 45));
    }

    private static void surface(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        for (int i = 0; i < 3; i++) {
            Noise noise = new Noise(dice);
            double level = sheet.height() * (0.78 + 0.075 * i);
            double swing = sheet.unit() * (58 - 8 * i);
            double stretch = sheet.unit() * (75 + 70 * i);
            int colour =
                    Ramp.mix(
                            Ramp.mix(sheet.palette().skyMiddle(), sheet.palette().accent(), 0.15),
                            sheet.palette().near(),
                            0.3 + 0.3 * i);
            Tone tone = Tone.along(0, level - swing, 0, level + swing * 2.2, 0.85);
            canvas.fill(
                    Shapes.ground(
                            sheet,
                            x ->
                                    level
                                            - Math.abs(noise.rough(x / stretch, 4)) * swing * 1.8
                                            + swing * 0.5),
                    canvas.dotted(Ink.flat(colour), sheet.palette().near(), tone, 15 + 30 * i));
        }
    }
}
