package dev.halftone.sandbox.fal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieBox;
import org.jcodec.containers.mp4.boxes.TrakBox;

/**
 * What a film that is sent in says of itself.
 *
 * @param seconds that have begun
 */
record Footage(int width, int height, int seconds) {

    /** Nothing if it is no film. */
    static Optional<Footage> of(byte[] file) {
        try {
            MovieBox movie =
                    MP4Util.parseMovieChannel(
                            ByteBufferSeekableByteChannel.readFromByteBuffer(
                                    ByteBuffer.wrap(file)));
            TrakBox track = movie == null ? null : movie.getVideoTrack();
            return track == null ? Optional.empty() : Optional.of(of(track));
        } catch (IOException | RuntimeException _) {
            // The library says of what is no film whatever it stumbles over.
            return Optional.empty();
        }
    }

    private static Footage of(TrakBox track) {
        return new Footage(
                (int) track.getTrackHeader().getWidth(),
                (int) track.getTrackHeader().getHeight(),
                Math.toIntExact(Math.ceilDiv(track.getMediaDuration(), track.getTimescale())));
    }
}
