package dev.halftone.core.asset;

import dev.halftone.core.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** What is kept of a file, written piece by piece, never whole in memory. */
record CleanFile(long bytes, String sha256) {

    private static final int WINDOW_BYTES = 256 * 1024;

    static CleanFile write(ByteSource source, List<Segment> kept, Path target) {
        MessageDigest digest = Digest.sha256();
        try (OutputStream out =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(target)), digest)) {
            long bytes = 0;
            for (Segment segment : kept) {
                bytes +=
                        switch (segment) {
                            case Segment.Kept part -> copy(source, part, out);
                            case Segment.Written part -> write(part.bytes().duplicate(), out);
                            case Segment.Blank part -> blank(part.length(), out);
                        };
            }
            out.flush();
            return new CleanFile(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(ByteSource source, Segment.Kept part, OutputStream out)
            throws IOException {
        for (long done = 0; done < part.length(); done += WINDOW_BYTES) {
            int length = (int) Math.min(WINDOW_BYTES, part.length() - done);
            write(source.read(part.at() + done, length), out);
        }
        return part.length();
    }

    private static long write(ByteBuffer bytes, OutputStream out) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.write(copy);
        return copy.length;
    }

    private static long blank(long length, OutputStream out) throws IOException {
        byte[] zeros = new byte[WINDOW_BYTES];
        for (long done = 0; done < length; done += WINDOW_BYTES) {
            out.write(zeros, 0, (int) Math.min(WINDOW_BYTES, length - done));
        }
        return length;
    }
}
