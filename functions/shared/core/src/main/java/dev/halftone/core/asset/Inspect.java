package dev.halftone.core.asset;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is from its first bytes, and then from all of its structure; neither its
 * name nor what it was announced as is believed. Nothing is decoded.
 */
final class Inspect {

    private static final int BEGINNING_BYTES = 4 * 1024;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;
    private static final int WAVE = 0x57415645;
    private static final int FILE_TYPE = 0x66747970;

    private enum Container {
        PNG,
        JPEG,
        WEBP,
        WAV,
        MP3,
        ISO
    }

    private Inspect() {}

    /**
     * What the file is.
     *
     * @param announced what it has to be; {@code null} if nothing was said
     */
    static Inspection of(ByteSource source, @Nullable AssetType announced) {
        ByteBuffer beginning = source.read(0, (int) Math.min(BEGINNING_BYTES, source.size()));
        Optional<Container> container = container(beginning);
        if (container.isEmpty()) {
            return new Inspection.Unfit(unknown(beginning, announced));
        }
        return as(announced, inspected(source, container.get()));
    }

    private static Inspection inspected(ByteSource source, Container container) {
        try {
            return switch (container) {
                case PNG -> PngParts.of(source);
                case JPEG -> JpegParts.of(source);
                case WEBP -> WebpParts.of(source);
                case WAV -> WavParts.of(source);
                case MP3 -> Mp3Parts.of(source);
                case ISO -> IsoParts.of(source);
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            // It ends before what it says that it holds.
            return Inspection.damaged();
        }
    }

    private static Inspection as(@Nullable AssetType announced, Inspection found) {
        return switch (found) {
            case Inspection.Fit fit when announced != null && fit.type() != announced ->
                    new Inspection.Unfit(AssetRefusal.WRONG_TYPE);
            case Inspection.Fit _, Inspection.Unfit _ -> found;
        };
    }

    private static Optional<Container> container(ByteBuffer begin) {
        if (begin.remaining() < 12) {
            return Optional.empty();
        }
        int first = begin.getInt(0);
        if (first == 0x89504E47 && begin.getInt(4) == 0x0D0A1A0A) {
            return Optional.of(Container.PNG);
        }
        if (first >>> 8 == 0xFFD8FF) {
            return Optional.of(Container.JPEG);
        }
        if (first == RIFF && begin.getInt(8) == WEBP) {
            return Optional.of(Container.WEBP);
        }
        if (first == RIFF && begin.getInt(8) == WAVE) {
            return Optional.of(Container.WAV);
        }
        if (begin.getInt(4) == FILE_TYPE) {
            return Optional.of(Container.ISO);
        }
        return first >>> 8 == Mp3Parts.TAG || Mp3Parts.isFrame(first)
                ? Optional.of(Container.MP3)
                : Optional.empty();
    }

    private static AssetRefusal unknown(ByteBuffer begin, @Nullable AssetType announced) {
        String text =
                StandardCharsets.UTF_8
                        .decode(begin.duplicate())
                        .toString()
                        .toLowerCase(Locale.ROOT);
        if (text.contains("<svg")) {
            return AssetRefusal.SVG;
        }
        return announced != null && announced.kind() == AssetKind.SOUND
                ? AssetRefusal.UNSUPPORTED_SOUND
                : AssetRefusal.UNSUPPORTED_TYPE;
    }
}
