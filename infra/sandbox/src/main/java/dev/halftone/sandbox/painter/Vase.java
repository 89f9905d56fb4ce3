package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/** A vase with branches. */
record Vase(Sheet sheet, double x, double base, double tall) {

    private static final Outline BODY =
            Outline.of(
                    "M -0.13 -1 C -0.1 -0.72 -0.37 -0.68 -0.34 -0.36 C -0.31 -0.1 -0.19 0 -0.17 0"
                            + " L 0.17 0 C 0.19 0 0.31 -0.1 0.34 -0.36"
                            + " C 0.37 -0.68 0.1 -0.72 0.13 -1 Z");
    private static final int BRANCHES = 5;
    private static final int LEAVES = 9;

    void draw(Dice dice) {
        Canvas canvas = sheet.canvas();
        Palette p = sheet.palette();
        for (int i = 0; i < BRANCHES; i++) {
            branch(dice, i - BRANCHES / 2);
        }
        Shape body = BODY.at(x, base, tall);
        StillLifeScene.shadow(sheet, x - tall * 0.05, base, tall * 0.34);
        Tone round = Tone.along(x + tall * 0.12, 0, x - tall * 0.36, 0, 0.85);
        int shade = Ramp.mix(p.far(), p.near(), 0.3);
        canvas.fill(body, canvas.dotted(Ink.flat(p.light()), shade, round, 30));
        Area stripe = new Area(body);
        stripe.intersect(
                new Area(
                        new Rectangle2D.Double(
                                x - tall, base - tall * 0.44, tall * 2, tall * 0.13)));
        canvas.fill(stripe, canvas.dotted(Ink.flat(p.accent()), p.near(), round, 30));
    }

    private void branch(Dice dice, int place) {
        double u = sheet.unit();
        double mouth = base - tall * 0.95;
        double lean = place * u * 78 + dice.between(-1, 1) * u * 24;
        double rise = u * dice.between(210, 340) * (1.1 - Math.abs(place) * 0.14);
        QuadCurve2D twig =
                new QuadCurve2D.Double(
                        x,
                        mouth,
                        x + lean * 0.18,
                        mouth - rise * 0.6,
                        x + lean,
                        Math.max(u * 30, mouth - rise));
        Path2D open = new Path2D.Double(twig);
        sheet.canvas().stroke(open, u * 3.4, sheet.land(0.85));
        for (int i = 2; i <= LEAVES; i++) {
            double t = (double) i / LEAVES;
            double reach = u * dice.between(34, 58) * (1.15 - t * 0.4);
            leaf(dice, along(twig, t), i % 2 == 0 ? reach : -reach, lean * 0.06);
        }
    }

    private void leaf(Dice dice, Point2D from, double reach, double lean) {
        double px = from.getX();
        double py = from.getY();
        double up = Math.abs(reach);
        Path2D shape = Shapes.leaf(px, py, px + reach * 0.8 + lean, py - up * 0.65, 0.3);
        Tone tone = Tone.along(px, py, px + reach, py - up, 0.75);
        Ink green = Ink.flat(sheet.land(dice.between(0.55, 0.9)));
        sheet.canvas().fill(shape, sheet.canvas().dotted(green, sheet.land(0.2), tone, 45));
    }

    private static Point2D along(QuadCurve2D curve, double t) {
        double start = (1 - t) * (1 - t);
        double middle = 2 * t * (1 - t);
        double end = t * t;
        return new Point2D.Double(
                start * curve.getX1() + middle * curve.getCtrlX() + end * curve.getX2(),
                start * curve.getY1() + middle * curve.getCtrlY() + end * curve.getY2());
    }
}
