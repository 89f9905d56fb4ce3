package dev.halftone.sandbox.painter;

import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Air, light, stars and clouds above a horizon. */
final class Sky {

    /** Where the light comes from. */
    record Sun(double x, double y, double radius) {}

    private final Sheet sheet;
    private final Canvas canvas;
    private final Palette palette;
    private final double unit;

    Sky(Sheet sheet) {
        this.sheet = sheet;
        this.canvas = sheet.canvas();
        this.palette = sheet.palette();
        this.unit = sheet.unit();
    }

    Sun draw(Dice dice, double horizon, Sun sun) {
        air(horizon);
        if (palette.night()) {
            stars(dice.fork("stars"), horizon);
        }
        canvas.glow(sun.x, sun.y, sun.radius * 4.2, palette.sun(), palette.night() ? 0.30 : 0.42);
        canvas.glow(sun.x, sun.y, sun.radius * 1.9, palette.sun(), 0.45);
        disc(sun, dice);
        return sun;
    }

    void air(double horizon) {
        Ink fade = Ink.fade(0, horizon, palette.skyTop(), palette.skyMiddle(), palette.skyLow());
        int deep = Ramp.mix(palette.skyTop(), palette.near(), palette.night() ? 0.55 : 0.28);
        Ink dotted = canvas.dotted(fade, deep, Tone.falling(0, horizon * 0.62, 0.46), 15);
        canvas.fill(canvas.everything(), dotted);
    }

    private void disc(Sun sun, Dice dice) {
        int low =
                palette.night()
                        ? Ramp.mix(palette.sun(), palette.skyMiddle(), 0.32)
                        : Ramp.mix(palette.sun(), palette.accent(), 0.55);
        Ink ink = Ink.flat(palette.sun());
        double tilt = palette.night() ? 0.6 : 0.0;
        Tone shade =
                Tone.along(
                        sun.x - sun.radius * tilt,
                        sun.y - sun.radius * 0.35,
                        sun.x + sun.radius * tilt,
                        sun.y + sun.radius,
                        palette.night() ? 0.62 : 0.72);
        canvas.disc(sun.x, sun.y, sun.radius, canvas.dotted(ink, low, shade, 45));
        if (palette.night()) {
            craters(sun, dice.fork("craters"), low);
        }
    }

    private void craters(Sun moon, Dice dice, int colour) {
        for (int i = 0; i < 7; i++) {
            double angle = dice.between(0, Math.TAU);
            double reach = moon.radius * dice.between(0.1, 0.7);
            double size = moon.radius * dice.between(0.05, 0.17);
            Ellipse2D crater =
                    Canvas.circle(
                            moon.x + Math.cos(angle) * reach,
                            moon.y + Math.sin(angle) * reach,
                            size);
            canvas.fill(crater, Ink.flat(colour), 0.38);
        }
    }

    void stars(Dice dice, double horizon) {
        for (int i = 0; i < 190; i++) {
            double x = dice.unit() * sheet.width();
            double y = Math.pow(dice.unit(), 1.5) * horizon * 0.95;
            double size = unit * (0.7 + 1.9 * Math.pow(dice.unit(), 5));
            double strength = dice.between(0.35, 0.95);
            canvas.fill(Canvas.circle(x, y, size), Ink.flat(palette.light()), strength);
        }
        for (int i = 0; i < 5; i++) {
            double x = dice.unit() * sheet.width();
            double y = dice.between(0.05, 0.6) * horizon;
            sparkle(x, y, unit * dice.between(7, 13));
        }
    }

    private void sparkle(double x, double y, double reach) {
        Path2D.Double star = new Path2D.Double();
        double waist = reach * 0.1;
        star.moveTo(x, y - reach);
        star.quadTo(x + waist * 0.4, y - waist * 0.4, x + reach, y);
        star.quadTo(x + waist * 0.4, y + waist * 0.4, x, y + reach);
        star.quadTo(x - waist * 0.4, y + waist * 0.4, x - reach, y);
        star.quadTo(x - waist * 0.4, y - waist * 0.4, x, y - reach);
        canvas.fill(star, palette.light());
    }

    /** Flat-bottomed clouds, lit from above and dotted below. */
    void clouds(Dice dice, int count, double top, double bottom, Sun sun) {
        for (int i = 0; i < count; i++) {
            double x = sheet.width() * dice.between(-0.05, 1.05);
            double y = dice.between(top, bottom);
            double half = unit * dice.between(70, 190);
            // A cloud may touch the disc, never hide it: the disc holds the composition together.
            if (Math.abs(x - sun.x) > sun.radius + half * 0.35) {
                cloud(dice, x, y, half);
            }
        }
    }

    private void cloud(Dice dice, double x, double y, double half) {
        Area area = new Area();
        double base = y;
        int puffs = 5 + dice.below(4);
        for (int i = 0; i < puffs; i++) {
            double t = (i + 0.5) / puffs * 2 - 1;
            double radius = half * (0.16 + 0.26 * (1 - t * t)) * dice.between(0.75, 1.2);
            area.add(new Area(Canvas.circle(x + t * half * 0.82, base - radius * 0.55, radius)));
        }
        area.intersect(
                new Area(
                        new RoundRectangle2D.Double(
                                x - half * 1.3,
                                base - half,
                                half * 2.6,
                                half * 1.06,
                                half * 0.1,
                                half * 0.1)));
        int shadow = Ramp.mix(palette.skyMiddle(), palette.skyTop(), palette.night() ? 0.2 : 0.35);
        int lit = Ramp.mix(palette.skyLow(), palette.light(), palette.night() ? 0.12 : 0.75);
        Tone shade = Tone.along(x, base - half * 0.45, x, base + half * 0.02, 0.66);
        canvas.fill(area, canvas.dotted(Ink.flat(lit), shadow, shade, 75), 0.92);
    }

    /** Long thin bars of cloud near the light. */
    void bars(Dice dice, Sun sun, int colour) {
        for (int i = 0; i < 5; i++) {
            double long2 = unit * dice.between(90, 330);
            double thick = unit * dice.between(5, 13);
            double x = sun.x + dice.between(-2.6, 2.6) * sun.radius - long2 / 2;
            double y = sun.y + dice.between(-0.9, 1.1) * sun.radius;
            canvas.fill(
                    new RoundRectangle2D.Double(x, y, long2, thick, thick, thick),
                    Ink.flat(colour),
                    0.85);
        }
    }
}
