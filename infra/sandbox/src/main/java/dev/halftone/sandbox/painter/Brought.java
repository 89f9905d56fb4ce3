package dev.halftone.sandbox.painter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order says beside a prompt and a size.
 *
 * @param audio whether a film is heard
 * @param references pictures to start from, as files
 * @param firstFrame the picture that a film begins with, as a file
 */
public record Brought(
        boolean audio, boolean watermark, List<Picture> references, @Nullable Picture firstFrame) {

    public static final Brought NOTHING = new Brought(false, false, List.of(), null);

    /** A picture as a file. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(byte[] file) {}

    public Brought {
        references = List.copyOf(references);
    }

    /** Of something that is heard, or not, and nothing else. */
    public static Brought heard(boolean audio) {
        return new Brought(audio, false, List.of(), null);
    }

    /** Pictures to start from, and nothing else. */
    public static Brought pictures(List<Picture> references) {
        return new Brought(false, false, references, null);
    }
}
