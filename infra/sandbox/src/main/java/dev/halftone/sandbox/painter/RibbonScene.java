package dev.halftone.sandbox.painter;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Pure form: stacked arcs, discs and flowing ribbons, in the inks of the palette. */
final class RibbonScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        double w = sheet.width();
        double h = sheet.height();
        Ink paper = Ink.fade(0, h, p.skyLow(), Ramp.mix(p.skyLow(), p.light(), 0.6));
        if (p.night()) {
            paper = Ink.fade(0, h, p.skyTop(), p.skyMiddle());
        }
        canvas.fill(
                canvas.everything(),
                canvas.dotted(
                        paper,
                        Ramp.mix(p.skyMiddle(), p.far(), 0.3),
                        Tone.falling(0, h * 0.7, 0.4),
                        15));
        disc(
                sheet,
                w * dice.between(0.3, 0.7),
                h * dice.between(0.26, 0.4),
                sheet.unit() * dice.between(180, 260));
        arches(sheet, dice.fork("arches"));
        ribbons(sheet, dice.fork("ribbons"));
        for (int i = 0; i < 3; i++) {
            ball(sheet, dice, i);
        }
    }

    private static int[] inks(Palette p) {
        return new int[] {
            p.accent(), p.far(), p.skyTop(), p.near(), Ramp.mix(p.accent(), p.sun(), 0.5), p.light()
        };
    }

    private static void disc(Sheet sheet, double x, double y, double radius) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        canvas.glow(x, y, radius * 1.9, p.sun(), 0.5);
        Tone shade = Tone.along(x, y - radius * 0.4, x, y + radius, 0.8);
        int colour = p.night() ? p.sun() : Ramp.mix(p.accent(), p.sun(), 0.3);
        canvas.disc(x, y, radius, canvas.dotted(Ink.flat(colour), p.accent(), shade, 45));
    }

    private static void arches(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        int[] inks = inks(sheet.palette());
        for (int stack = 0; stack < 3; stack++) {
            double x = sheet.width() * (0.12 + 0.38 * stack + dice.between(-0.06, 0.06));
            double base = sheet.height() * dice.between(0.66, 0.8);
            double radius = sheet.unit() * dice.between(130, 240);
            int first = dice.below(inks.length);
            for (int i = 0; i < 5; i++) {
                double r = radius * (1 - i * 0.18);
                int colour = inks[(first + i) % inks.length];
                Tone tone = Tone.along(x - r, 0, x + r, 0, 0.7);
                canvas.fill(
                        new Arc2D.Double(x - r, base - r, 2 * r, 2 * r, 0, 180, Arc2D.PIE),
                        canvas.dotted(
                                Ink.flat(colour),
                                Ramp.mix(colour, sheet.palette().near(), 0.45),
                                tone,
                                30 + 15 * i));
            }
        }
    }

    private static void ribbons(Sheet sheet, Dice dice) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        Noise noise = new Noise(dice);
        int count = 9;
        for (int i = 0; i < count; i++) {
            double t = i / (count - 1.0);
            double level = sheet.height() * (0.62 + 0.42 * t);
            double swing = sheet.unit() * 120;
            double stretch = sheet.unit() * 430;
            double shift = i * 0.16;
            int[] cycle = {p.near(), p.accent(), p.far(), p.light(), p.skyTop()};
            int colour = cycle[i % cycle.length];
            Path2D ribbon =
                    Shapes.ground(
                            sheet, x -> level + noise.rough(x / stretch + shift, shift, 2) * swing);
            Tone tone =
                    (x, y) ->
                            0.8 * (0.5 + 0.5 * Math.sin(x / sheet.unit() / 150 + shift * 5)) - 0.1;
            canvas.fill(
                    ribbon,
                    canvas.dotted(
                            Ink.flat(colour),
                            Ramp.mix(colour, p.near(), 0.42),
                            tone,
                            15 + 30 * (i % 3)));
        }
    }

    private static void ball(Sheet sheet, Dice dice, int index) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        double x = sheet.width() * dice.between(0.1, 0.9);
        double y = sheet.height() * dice.between(0.12, 0.9);
        double radius = sheet.unit() * (52 - index * 14);
        int colour = index == 0 ? p.accent() : index == 1 ? p.light() : p.near();
        Tone round = (px, py) -> ((px - x) * 0.7 + (py - y) * 0.7) / radius * 0.75 + 0.12;
        canvas.disc(
                x,
                y,
                radius,
                canvas.dotted(
                        Ink.flat(colour),
                        Ramp.mix(colour, index == 2 ? p.accent() : p.near(), 0.6),
                        round,
                        45));
    }
}
