package dev.halftone.imaging;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** By the readers of the JDK, and one more for WebP. */
public final class ImageIoPictures implements Pictures {

    private static final float QUALITY = 0.8f;
    // Twice as many pixels as are shown, so that scaling has something to average.
    private static final int SPARE = 2;

    @Override
    public boolean thumbnail(Path picture, AssetType type, int orientation, Path target) {
        ImageReader reader = reader(type);
        try (FileImageInputStream input = new FileImageInputStream(picture.toFile())) {
            reader.setInput(input, true, true);
            write(upright(scaled(read(reader)), orientation), target);
            return true;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // What such readers throw at files that are none: the file is at fault, not we.
            return false;
        } finally {
            reader.dispose();
        }
    }

    /** By name: what else lies on the class path is not asked. */
    private static ImageReader reader(AssetType type) {
        return switch (type) {
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case MP3, WAV, M4A, MP4 -> throw new IllegalArgumentException("Not a picture");
        };
    }

    /**
     * Leaves rows and columns out as it reads, so that a large picture is never whole in memory.
     */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int side = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, side / (SPARE * THUMBNAIL_SIDE_MAX));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        double scale =
                Math.min(
                        1,
                        (double) THUMBNAIL_SIDE_MAX
                                / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = blank(width, height);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    /** The eight ways of Exif 2.32, section 4.6.4, undone. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        boolean sideways = orientation > 4;
        BufferedImage turned = blank(sideways ? height : width, sideways ? width : height);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return turned;
    }

    /** White, for a JPEG has nothing behind its pixels. */
    private static BufferedImage blank(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return blank;
    }

    private static void write(BufferedImage picture, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out =
                new MemoryCacheImageOutputStream(Files.newOutputStream(target))) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
