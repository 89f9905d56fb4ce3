package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A small landscape within a still life. */
record ArchedWindow(Sheet sheet, double x, double bottom, double half) {

    void draw(Dice dice) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        double spring = sheet.height() * 0.12 + half;
        Area arch = new Area(outline(spring));
        Ink air = Ink.fade(spring - half, bottom, p.skyTop(), p.skyMiddle(), p.skyLow());
        int deep = Ramp.mix(p.skyTop(), p.near(), 0.25);
        Tone zenith = Tone.falling(spring - half, bottom - half, 0.5);
        canvas.fill(arch, canvas.dotted(air, deep, zenith, 15));
        sun(dice, arch, spring);
        for (int i = 0; i < 3; i++) {
            hill(new Noise(dice), arch, i);
        }
        int frame = Ramp.mix(p.light(), p.skyLow(), 0.2);
        double u = sheet.unit();
        canvas.stroke(arch, u * 13, frame);
        canvas.fill(
                new Rectangle2D.Double(
                        x - half - u * 30, bottom - u * 4, 2 * half + u * 60, u * 18),
                frame);
    }

    private Shape outline(double spring) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x + half, bottom);
        path.append(
                new Arc2D.Double(x - half, spring - half, 2 * half, 2 * half, 0, 180, Arc2D.OPEN),
                true);
        path.lineTo(x - half, bottom);
        path.closePath();
        return path;
    }

    private void sun(Dice dice, Area arch, double spring) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        double sunX = x + half * dice.between(-0.4, 0.4);
        double sunY = spring + half * dice.between(-0.1, 0.5);
        Area disc = new Area(Canvas.circle(sunX, sunY, half * 0.36));
        disc.intersect(arch);
        Tone low = Tone.along(sunX, sunY, sunX, sunY + half * 0.4, 0.7);
        int red = Ramp.mix(p.sun(), p.accent(), 0.55);
        canvas.fill(disc, canvas.dotted(Ink.flat(p.sun()), red, low, 45));
    }

    private void hill(Noise noise, Area arch, int index) {
        Canvas canvas = sheet.canvas();
        double stretch = sheet.unit() * 110;
        double level = bottom - half * (0.72 - 0.24 * index);
        Area hill =
                new Area(
                        Shapes.ground(
                                sheet, px -> level + noise.rough(px / stretch, 3) * half * 0.3));
        hill.intersect(arch);
        Tone tone = Tone.along(0, level - half * 0.2, 0, level + half * 0.6, 0.8);
        Ink base = Ink.flat(sheet.land(0.1 + 0.22 * index));
        canvas.fill(hill, canvas.dotted(base, sheet.land(0.4 + 0.2 * index), tone, 30));
    }
}
