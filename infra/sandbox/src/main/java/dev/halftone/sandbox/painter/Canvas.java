package dev.halftone.sandbox.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Pixels, and the few ways a scene puts ink on them. Java2D draws the coverage of each shape. */
final class Canvas {

    final int width;
    final int height;

    /** A thousandth of the picture's mean side: every length in a scene is a multiple of it. */
    final double unit;

    final int[] pixels;
    private final byte[] coverage;
    private final Graphics2D pen;
    private final int[] line;
    private final double cell;

    Canvas(int width, int height, double dotUnits) {
        this.width = width;
        this.height = height;
        this.unit = Math.sqrt((double) width * height) / 1000;
        this.cell = dotUnits * unit;
        this.pixels = new int[width * height];
        this.line = new int[width];
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        this.coverage = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
        this.pen = mask.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
    }

    Shape everything() {
        return new Rectangle2D.Double(0, 0, width, height);
    }

    Ink dotted(Ink under, int dots, Tone tone, double angle) {
        return new Screen(under, dots, tone, cell, angle);
    }

    void fill(Shape shape, int colour) {
        fill(shape, Ink.flat(colour), 1);
    }

    void fill(Shape shape, Ink ink) {
        fill(shape, ink, 1);
    }

    void disc(double x, double y, double radius, Ink ink) {
        fill(circle(x, y, radius), ink, 1);
    }

    void stroke(Shape shape, double thickness, int colour) {
        BasicStroke stroke =
                new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        fill(stroke.createStrokedShape(shape), Ink.flat(colour), 1);
    }

    void fill(Shape shape, Ink ink, double opacity) {
        Rectangle box = shape.getBounds();
        box.grow(1, 1);
        Rectangle area = box.intersection(new Rectangle(0, 0, width, height));
        if (area.isEmpty()) {
            return;
        }
        pen.fill(shape);
        int strength = (int) Math.round(opacity * 256);
        for (int y = area.y; y < area.y + area.height; y++) {
            print(y, area.x, area.x + area.width, ink, strength);
        }
    }

    private void print(int y, int left, int right, Ink ink, int strength) {
        int row = y * width;
        int from = left;
        while (from < right && coverage[row + from] == 0) {
            from++;
        }
        int to = right;
        while (to > from && coverage[row + to - 1] == 0) {
            to--;
        }
        if (from == to) {
            return;
        }
        ink.row(y, from, to, line);
        for (int x = from; x < to; x++) {
            int cover = coverage[row + x] & 255;
            if (cover != 0) {
                coverage[row + x] = 0;
                int alpha = (cover * strength) >> 8;
                pixels[row + x] = alpha == 255 ? line[x] : blend(pixels[row + x], line[x], alpha);
            }
        }
    }

    /** Light around a point, added as a screen: it brightens and never clips. */
    void glow(double cx, double cy, double radius, int colour, double strength) {
        int top = (int) Math.max(0, cy - radius);
        int bottom = (int) Math.min(height, cy + radius + 1);
        int left = (int) Math.max(0, cx - radius);
        int right = (int) Math.min(width, cx + radius + 1);
        double inverse = 1 / (radius * radius);
        for (int y = top; y < bottom; y++) {
            double dy = (y - cy) * (y - cy);
            for (int x = left; x < right; x++) {
                double near = 1 - ((x - cx) * (x - cx) + dy) * inverse;
                if (near > 0) {
                    int alpha = (int) (near * near * near * strength * 255);
                    int i = y * width + x;
                    pixels[i] = blend(pixels[i], colour, alpha);
                }
            }
        }
    }

    /** A veil between two layers: dense at one height, gone at the other. */
    void mist(double dense, double clear, int colour, double strength) {
        int top = (int) Math.clamp(Math.min(dense, clear), 0, height);
        int bottom = (int) Math.clamp(Math.max(dense, clear), 0, height);
        for (int y = top; y < bottom; y++) {
            double t = (y - clear) / (dense - clear);
            int alpha = (int) (t * t * (3 - 2 * t) * strength * 255);
            for (int i = y * width; i < (y + 1) * width; i++) {
                pixels[i] = blend(pixels[i], colour, alpha);
            }
        }
    }

    static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Two channels at a time: red and blue share one multiplication. */
    static int blend(int under, int over, int alpha) {
        int a = alpha + (alpha >> 7);
        int redBlue = (((under & 0xFF00FF) * (256 - a) + (over & 0xFF00FF) * a) >>> 8) & 0xFF00FF;
        int green = (((under & 0x00FF00) * (256 - a) + (over & 0x00FF00) * a) >>> 8) & 0x00FF00;
        return redBlue | green;
    }
}
