package dev.halftone.sandbox.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was brought along where it can be seen: the first frame over everything, references in
 * their order along the lower left, the mark into the lower right corner. What was not asked for
 * leaves every pixel as it was.
 *
 * @param width of what is seen; a film's picture is wider
 */
record Overlay(Brought brought, int width, int height) {

    private static final int REFERENCE_PART = 5;
    private static final int MARK_PART = 12;
    private static final int MARK_DOTS = 5;

    void draw(int[] pixels, int stride) {
        if (brought.equals(Brought.heard(brought.audio()))) {
            return;
        }
        BufferedImage image =
                new BufferedImage(stride, pixels.length / stride, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, stride, pixels.length / stride, pixels, 0, stride);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (brought.firstFrame() != null) {
            put(pen, brought.firstFrame(), 0, 0, width, height);
        }
        int side = height / REFERENCE_PART;
        int gap = side / 8;
        for (int i = 0; i < brought.references().size(); i++) {
            int left = gap + i * (side + gap);
            put(pen, brought.references().get(i), left, height - gap - side, side, side);
        }
        if (brought.watermark()) {
            mark(pen);
        }
        pen.dispose();
        image.getRGB(0, 0, stride, pixels.length / stride, pixels, 0, stride);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
    }

    private static void put(
            Graphics2D pen, Brought.Picture picture, int x, int y, int width, int height) {
        BufferedImage read = read(picture);
        if (read == null) {
            // A format that nothing here reads is a colour of its own.
            pen.setColor(new Color(Arrays.hashCode(picture.file()) & 0xFFFFFF));
            pen.fillRect(x, y, width, height);
        } else {
            pen.drawImage(read, x, y, width, height, null);
        }
    }

    private static @Nullable BufferedImage read(Brought.Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.file()));
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** A row of dots. */
    private void mark(Graphics2D pen) {
        double unit = Math.min(width, height) / (double) MARK_PART;
        for (int i = 0; i < MARK_DOTS; i++) {
            double size = unit * (MARK_DOTS - i) / (2 * MARK_DOTS);
            pen.setColor(i % 2 == 0 ? Color.WHITE : Color.BLACK);
            pen.fill(
                    new Ellipse2D.Double(
                            width - (i + 1) * unit / 2, height - unit / 2 - size / 2, size, size));
        }
    }
}
