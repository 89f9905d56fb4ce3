package dev.halftone.sandbox.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Iterator;

/**
 * A drawing written down as text, in the commands of SVG paths (absolute M, L, Q, C and Z): one
 * unit is the size of the thing, the origin is where it stands, up is negative.
 */
record Outline(Path2D path) {

    static Outline of(String commands) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Iterator<String> words = Arrays.asList(commands.strip().split("\\s+", -1)).iterator();
        while (words.hasNext()) {
            String command = words.next();
            switch (command) {
                case "M" -> path.moveTo(next(words), next(words));
                case "L" -> path.lineTo(next(words), next(words));
                case "Q" -> path.quadTo(next(words), next(words), next(words), next(words));
                case "C" ->
                        path.curveTo(
                                next(words),
                                next(words),
                                next(words),
                                next(words),
                                next(words),
                                next(words));
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("Unknown command " + command);
            }
        }
        return new Outline(path);
    }

    Shape at(double x, double y, double size) {
        return at(x, y, size, 1);
    }

    /** Mirrored where {@code facing} is -1. */
    Shape at(double x, double y, double size, int facing) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size * facing, size);
        return place.createTransformedShape(path);
    }

    Shape turned(double x, double y, double size, double degrees) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(degrees));
        place.scale(size, size);
        return place.createTransformedShape(path);
    }

    private static double next(Iterator<String> words) {
        return Double.parseDouble(words.next());
    }
}
