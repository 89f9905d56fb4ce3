package dev.halftone.sandbox.painter;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** An arched window, a table, a vase with branches, fruit and a cup. */
final class StillLifeScene implements Scene {

    @Override
    public void draw(Sheet sheet, Dice dice) {
        double w = sheet.width();
        double h = sheet.height();
        double u = sheet.unit();
        Palette p = sheet.palette();
        Canvas canvas = sheet.canvas();
        int wall = Ramp.mix(p.skyLow(), p.far(), p.night() ? 0.75 : 0.22);
        Tone dusk = Tone.along(w * 0.35, h * 0.6, 0, 0, 0.62);
        Ink plaster = canvas.dotted(Ink.flat(wall), Ramp.mix(wall, p.near(), 0.3), dusk, 15);
        canvas.fill(canvas.everything(), plaster);
        double table = h * 0.74;
        double half = Math.min(u * 235, w * 0.36);
        double windowX = w * dice.between(0.56, 0.66);
        new ArchedWindow(sheet, windowX, table - u * 60, half).draw(dice.fork("window"));
        table(sheet, table);
        double vaseX = w * dice.between(0.3, 0.4);
        new Vase(sheet, vaseX, table + u * 62, u * 250).draw(dice.fork("vase"));
        double right = sheet.tall() ? w * 0.72 : vaseX + u * 300;
        new Cup(sheet, right, table + u * 72, u * 84).draw();
        fruit(sheet, dice.fork("fruit"), (vaseX + right) / 2, table + u * 98);
    }

    static void shadow(Sheet sheet, double x, double y, double wide) {
        Ellipse2D ground =
                new Ellipse2D.Double(x - wide * 1.15, y - wide * 0.16, wide * 2.1, wide * 0.34);
        sheet.canvas().fill(ground, Ink.flat(sheet.palette().near()), 0.5);
    }

    private static void table(Sheet sheet, double top) {
        Palette p = sheet.palette();
        Canvas canvas = sheet.canvas();
        int wood = Ramp.mix(p.accent(), p.near(), 0.42);
        Tone tone = Tone.along(0, top, 0, sheet.height() * 1.05, 0.75);
        canvas.fill(
                new Rectangle2D.Double(0, top, sheet.width(), sheet.height() - top),
                canvas.dotted(Ink.flat(wood), p.near(), tone, 75));
        Rectangle2D edge = new Rectangle2D.Double(0, top, sheet.width(), sheet.unit() * 5);
        canvas.fill(edge, Ramp.mix(wood, p.light(), 0.4));
    }

    private static void fruit(Sheet sheet, Dice dice, double x, double base) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        int dark = Ramp.mix(p.accent(), p.near(), 0.55);
        for (int i = 0; i < 3; i++) {
            double size = sheet.unit() * dice.between(36, 46);
            double fx = x + (i - 1) * sheet.unit() * 70;
            double fy = base - size + (i == 1 ? sheet.unit() * 26 : 0);
            shadow(sheet, fx, fy + size * 0.92, size * 0.9);
            int colour = Ramp.mix(p.accent(), p.sun(), 0.25 + 0.2 * i);
            Tone round = (px, py) -> (fx - px + py - fy) * 0.49 / size + 0.1;
            canvas.disc(fx, fy, size, canvas.dotted(Ink.flat(colour), dark, round, 45));
            canvas.fill(
                    Shapes.leaf(fx, fy - size * 0.92, fx + size * 0.62, fy - size * 1.3, 0.3),
                    sheet.land(0.7));
        }
    }
}
