package dev.halftone.sandbox.painter;

import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/** Turns red, green and blue into brightness and two colours of half the size. (ITU-R BT.601.) */
final class Yuv {

    private Yuv() {}

    static Picture of(int[] pixels, Size size) {
        int width = size.getWidth();
        Picture picture = Picture.create(width, size.getHeight(), ColorSpace.YUV420J);
        byte[] brightness = picture.getPlaneData(0);
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            int sum = 66 * red(rgb) + 129 * green(rgb) + 25 * blue(rgb);
            // The library counts from -128.
            brightness[i] = (byte) ((sum >> 8) + 16 - 128);
        }
        byte[] blueness = picture.getPlaneData(1);
        byte[] redness = picture.getPlaneData(2);
        for (int i = 0; i < blueness.length; i++) {
            int at = i / (width / 2) * 2 * width + i % (width / 2) * 2;
            int rgb = pixels[at];
            blueness[i] = (byte) ((-38 * red(rgb) - 74 * green(rgb) + 112 * blue(rgb)) >> 8);
            redness[i] = (byte) ((112 * red(rgb) - 94 * green(rgb) - 18 * blue(rgb)) >> 8);
        }
        return picture;
    }

    private static int red(int rgb) {
        return (rgb >> 16) & 255;
    }

    private static int green(int rgb) {
        return (rgb >> 8) & 255;
    }

    private static int blue(int rgb) {
        return rgb & 255;
    }
}
