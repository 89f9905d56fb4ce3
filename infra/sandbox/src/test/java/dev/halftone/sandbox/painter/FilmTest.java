package dev.halftone.sandbox.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.DemuxerTrackMeta;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.Picture;
import org.jcodec.containers.mp4.MP4Util;
import org.jcodec.containers.mp4.boxes.MovieHeaderBox;
import org.jcodec.containers.mp4.boxes.NodeBox;
import org.junit.jupiter.api.Test;

/** Protects: what the sandbox calls a film is one, and a decoder sees it move. */
final class FilmTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 176;
    private static final int FRAMES = 24;
    private static final byte[] FILM = shoot(7);

    @Test
    void lastsAsLongAndIsAsLargeAsItWasOrdered() throws Exception {
        DemuxerTrackMeta track = grab().getVideoTrack().getMeta();

        assertThat(track.getTotalDuration()).isEqualTo(1.0);
        assertThat(track.getTotalFrames()).isEqualTo(FRAMES);
        Picture first = frames().getFirst();
        assertThat(List.of(first.getCroppedWidth(), first.getCroppedHeight()))
                .containsExactly(WIDTH, HEIGHT);
    }

    // Goal: a pan without a flaw. Method: each frame, decoded, is the first one moved aside.
    @Test
    void pansAcrossOnePicture() throws Exception {
        List<Picture> frames = frames();

        assertThat(frames).hasSize(FRAMES);
        Picture first = frames.getFirst();
        for (int frame = 1; frame < FRAMES; frame++) {
            int moved = 2 * frame;
            for (int y = 0; y < HEIGHT; y++) {
                assertThat(row(frames.get(frame), y, 0, WIDTH - moved))
                        .as("line %d of frame %d", y, frame)
                        .isEqualTo(row(first, y, moved, WIDTH));
            }
        }
    }

    @Test
    void isTheSameFilmForTheSamePromptAndSeed() throws IOException {
        assertThat(shoot(7)).isEqualTo(FILM);
        assertThat(shoot(8)).isNotEqualTo(FILM);
        long neverSet = -2_082_844_800_000L; // the year 1904, from which films count
        MovieHeaderBox header =
                NodeBox.findFirst(
                        MP4Util.parseMovieChannel(channel()), MovieHeaderBox.class, "mvhd");
        assertThat(header.getCreated()).isEqualTo(neverSet);
    }

    private static byte[] shoot(long seed) {
        return Film.shoot("a boat on the sea", seed, WIDTH, HEIGHT, 1);
    }

    private static ByteBufferSeekableByteChannel channel() {
        return ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(FILM));
    }

    private static FrameGrab grab() throws IOException, JCodecException {
        return FrameGrab.createFrameGrab(channel());
    }

    private static List<Picture> frames() throws IOException, JCodecException {
        FrameGrab grab = grab();
        List<Picture> frames = new ArrayList<>();
        Picture frame = grab.getNativeFrame();
        while (frame != null) {
            frames.add(frame.cloneCropped());
            frame = grab.getNativeFrame();
        }
        return frames;
    }

    private static byte[] row(Picture frame, int y, int from, int to) {
        int start = y * frame.getPlaneWidth(0);
        return Arrays.copyOfRange(frame.getPlaneData(0), start + from, start + to);
    }
}
