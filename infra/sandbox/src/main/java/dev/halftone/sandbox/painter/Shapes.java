package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Outlines that several scenes share. */
final class Shapes {

    private Shapes() {}

    /** Everything below a line that runs from edge to edge. */
    static Path2D ground(Sheet sheet, DoubleUnaryOperator line) {
        double step = sheet.unit() * 1.6;
        Path2D.Double path = new Path2D.Double();
        path.moveTo(-step, sheet.height() + 2);
        for (double x = -step; x <= sheet.width() + step; x += step) {
            path.lineTo(x, line.applyAsDouble(x));
        }
        path.lineTo(sheet.width() + step, sheet.height() + 2);
        path.closePath();
        return path;
    }

    /** A spruce: a stack of drooping, slightly uneven boughs. */
    static Path2D spruce(double x, double base, double height, Dice dice) {
        double half = height * dice.between(0.17, 0.24);
        int boughs = 6 + dice.below(3);
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x, base - height);
        for (int side = 1; side >= -1; side -= 2) {
            for (int i = 1; i <= boughs; i++) {
                int bough = side > 0 ? i : boughs + 1 - i;
                double t = (double) bough / boughs;
                double y = base - height * (1 - t * 0.94);
                double reach = half * Math.pow(t, 0.85) * dice.between(0.82, 1.12);
                double notch = reach * 0.42;
                if (side > 0) {
                    path.lineTo(x + reach, y);
                    path.lineTo(x + notch, y - height * 0.022);
                } else {
                    path.lineTo(x - notch, y - height * 0.022);
                    path.lineTo(x - reach, y);
                }
            }
            if (side > 0) {
                path.lineTo(x + height * 0.018, base);
                path.lineTo(x - height * 0.018, base);
            }
        }
        path.closePath();
        return path;
    }

    /** A round-crowned tree. */
    static Shape oak(double x, double base, double height, Dice dice) {
        Area tree = new Area();
        for (int i = 0; i < 7; i++) {
            double angle = i * Math.TAU / 7 + dice.between(-0.3, 0.3);
            double reach = height * 0.19;
            tree.add(
                    new Area(
                            Canvas.circle(
                                    x + Math.cos(angle) * reach * 1.15,
                                    base - height * 0.64 + Math.sin(angle) * reach,
                                    height * dice.between(0.15, 0.21))));
        }
        tree.add(new Area(Canvas.circle(x, base - height * 0.64, height * 0.24)));
        Path2D.Double trunk = new Path2D.Double();
        double half = height * 0.026;
        trunk.moveTo(x - half * 1.7, base + height * 0.02);
        trunk.quadTo(x - half * 0.6, base - height * 0.2, x - half * 0.7, base - height * 0.5);
        trunk.lineTo(x + half * 0.7, base - height * 0.5);
        trunk.quadTo(x + half * 0.6, base - height * 0.2, x + half * 1.7, base + height * 0.02);
        trunk.closePath();
        tree.add(new Area(trunk));
        return tree;
    }

    /** A leaf or petal from one point to another. */
    static Path2D leaf(double x0, double y0, double x1, double y1, double width) {
        double dx = (x1 - x0) * width;
        double dy = (y1 - y0) * width;
        double mx = x0 + (x1 - x0) * 0.52;
        double my = y0 + (y1 - y0) * 0.52;
        Path2D.Double path = new Path2D.Double();
        path.moveTo(x0, y0);
        path.quadTo(mx - dy, my + dx, x1, y1);
        path.quadTo(mx + dy, my - dx, x0, y0);
        path.closePath();
        return path;
    }

    static Path2D polygon(double... coordinates) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }
}
