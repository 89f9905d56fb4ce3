package dev.halftone.sandbox.painter;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/**
 * Shoots one film, an MP4 of H.264. The same prompt, seed, size and length give the same bytes.
 *
 * <p>It is a slow pan over one wide picture, so that it costs little more than a picture.
 */
public final class Film {

    private static final int FRAMES_PER_SECOND = 24;
    // Even, because colour is kept for two by two pixels.
    private static final int PIXELS_PER_FRAME = 2;
    // What the index takes, and each frame in it.
    private static final int INDEX_BYTES_MAX = 4096;
    private static final int INDEX_BYTES_OF_FRAME_MAX = 64;

    // Boxes of which each says, after its name and four other bytes, when it was made and changed.
    private static final Set<Integer> DATED = Set.of(0x6D766864, 0x746B6864, 0x6D646864);
    private static final int DATES_AT = 8;
    private static final int DATED_BYTES = 16;

    private Film() {}

    public static byte[] shoot(String prompt, long seed, int width, int height, int seconds) {
        return shoot(prompt, seed, new Dimension(width, height), seconds, Brought.NOTHING);
    }

    /** The same with what was brought along. */
    public static byte[] shoot(
            String prompt, long seed, Dimension window, int seconds, Brought brought) {
        int width = window.width;
        int height = window.height;
        int frames = seconds * FRAMES_PER_SECOND;
        int wide = Panorama.blocks(width + frames * PIXELS_PER_FRAME);
        int high = Panorama.blocks(height);
        int[] pixels = Painter.pixels(prompt, seed, wide, high);
        new Overlay(brought, width, height).draw(pixels, wide);
        Panorama panorama = new Panorama(new Size(wide, high), new Size(width, height));
        List<ByteBuffer> strip = panorama.pan(pixels, frames, PIXELS_PER_FRAME);
        try {
            return mp4(
                    strip,
                    new Size(width, height),
                    brought.audio() ? Tune.play(seed, seconds) : ByteBuffer.allocate(0));
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory has no disk to fail", impossible);
        }
    }

    private static byte[] mp4(List<ByteBuffer> strip, Size size, ByteBuffer tune)
            throws IOException {
        int capacity =
                strip.stream().mapToInt(ByteBuffer::remaining).sum()
                        + 2 * tune.remaining()
                        + INDEX_BYTES_MAX
                        + strip.size() * INDEX_BYTES_OF_FRAME_MAX;
        ByteBufferSeekableByteChannel file =
                ByteBufferSeekableByteChannel.writeToByteBuffer(ByteBuffer.allocate(capacity));
        MP4Muxer muxer = MP4Muxer.createMP4MuxerToChannel(file);
        MuxerTrack track =
                muxer.addVideoTrack(
                        Codec.H264,
                        VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420));
        for (int i = 0; i < strip.size(); i++) {
            track.addFrame(
                    Packet.createPacket(
                            strip.get(i),
                            i,
                            FRAMES_PER_SECOND,
                            1,
                            i,
                            i == 0 ? Packet.FrameType.KEY : Packet.FrameType.INTER,
                            null));
        }
        if (tune.hasRemaining()) {
            muxer.addPCMAudioTrack(Tune.format()).addSamples(tune);
        }
        muxer.finish();
        ByteBuffer content = file.getContents();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        undate(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** The library dates what it writes; without that, the same film is the same file. */
    private static void undate(ByteBuffer file) {
        for (int at = 0; at < file.limit() - DATED_BYTES; at++) {
            if (DATED.contains(file.getInt(at))) {
                file.putLong(at + DATES_AT, 0);
            }
        }
    }
}
