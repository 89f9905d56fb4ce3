package dev.halftone.core.mark;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A format of files: how its parts are found, and where a text about the file has its place. */
sealed interface Container permits PngFile, JpegFile, WebpFile, Mp4File {

    /** Parts that are looked at; a file of more is not one that is delivered. */
    int PARTS_MAX = 100_000;

    /** Everything that can be marked. */
    static List<Container> all() {
        return List.of(new PngFile(), new JpegFile(), new WebpFile(), new Mp4File());
    }

    /** What lies where, or empty if this is no whole file of this format. */
    Optional<Anatomy> dissect(Bytes file);

    /** The same file with {@code packet} put where readers look for it, and before any other. */
    List<Piece> with(ByteBuffer packet, Bytes file);

    /** The file's format and what lies where in it; empty if it is none of those. */
    static Optional<Dissected> of(Bytes file) {
        return all().stream()
                .flatMap(
                        container ->
                                container.dissect(file).stream()
                                        .flatMap(
                                                found ->
                                                        Stream.of(new Dissected(container, found))))
                .findFirst();
    }

    /** A file that could be read. */
    record Dissected(Container container, Anatomy anatomy) {}
}
