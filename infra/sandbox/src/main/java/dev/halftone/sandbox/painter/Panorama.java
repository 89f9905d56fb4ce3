package dev.halftone.sandbox.painter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.write.CAVLCWriter;
import org.jcodec.codecs.h264.io.write.SliceHeaderWriter;
import org.jcodec.common.io.BitWriter;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/**
 * A wide picture of which a window is seen, and frames that move it past the window.
 *
 * <p>The wide picture is coded once. Each further frame only says that everything has moved, which
 * takes some hundred bytes and no search; what enters the window was always there, outside of it.
 * (ITU-T H.264, sections 7.3 and 8.4.1.)
 */
final class Panorama extends H264Encoder {

    private static final int BLOCK = 16;
    private static final int COUNTER_BITS = 16;
    // Enough for twice the width of a film of 1080 lines.
    private static final int LEVEL = 51;
    private static final int QUALITY = 24;
    private static final int QUARTERS = 4;
    private static final int REFERENCE = 3;
    private static final int PREFIX = 1;

    private final Size whole;
    private final Size window;

    Panorama(Size whole, Size window) {
        super(new Constant());
        this.whole = whole;
        this.window = window;
    }

    /** The next size of whole blocks. */
    static int blocks(int pixels) {
        return (pixels + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** The same quality for every block, whatever it takes. */
    private static final class Constant implements RateControl {

        @Override
        public int startPicture(Size size, int bytesMax, SliceType type) {
            return QUALITY;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    @Override
    public SeqParameterSet initSPS(Size size) {
        SeqParameterSet sequence = super.initSPS(size);
        sequence.levelIdc = LEVEL;
        sequence.log2MaxFrameNumMinus4 = COUNTER_BITS - 4;
        sequence.log2MaxPicOrderCntLsbMinus4 = COUNTER_BITS - 4;
        sequence.frameCroppingFlag = true;
        sequence.frameCropRightOffset = (whole.getWidth() - window.getWidth()) / 2;
        sequence.frameCropBottomOffset = (whole.getHeight() - window.getHeight()) / 2;
        return sequence;
    }

    List<ByteBuffer> pan(int[] pixels, int frames, int pixelsPerFrame) {
        List<ByteBuffer> strip = new ArrayList<>();
        Picture picture = Yuv.of(pixels, whole);
        ByteBuffer first = ByteBuffer.allocate(estimateBufferSize(picture));
        strip.add(encodeIDRFrame(picture, first));
        SeqParameterSet sequence = initSPS(whole);
        PictureParameterSet parameters = initPPS();
        for (int frame = 1; frame < frames; frame++) {
            strip.add(moved(sequence, parameters, frame, pixelsPerFrame));
        }
        return strip;
    }

    private ByteBuffer moved(
            SeqParameterSet sequence, PictureParameterSet parameters, int frame, int pixels) {
        ByteBuffer slice = ByteBuffer.allocate(whole.getWidth() * whole.getHeight() / BLOCK);
        BitWriter bits = new BitWriter(slice);
        SliceHeader header = new SliceHeader();
        header.sliceType = SliceType.P;
        header.sps = sequence;
        header.pps = parameters;
        header.frameNum = frame;
        header.picOrderCntLsb = 2 * frame;
        SliceHeaderWriter.write(header, false, REFERENCE, bits);
        blocks(bits, pixels);
        CAVLCWriter.writeTrailingBits(bits);
        slice.flip();
        ByteBuffer unit = ByteBuffer.allocate(slice.remaining() * 2 + 8);
        unit.putInt(PREFIX);
        new NALUnit(NALUnitType.NON_IDR_SLICE, REFERENCE).write(unit);
        H264Utils.escapeNAL(slice, unit);
        return unit.flip();
    }

    /**
     * Only the blocks at the top and at the left say anything; all others are skipped, which means
     * that they move as their neighbours do. The first one says how far.
     */
    private void blocks(BitWriter bits, int pixels) {
        int columns = whole.getWidth() / BLOCK;
        int rows = whole.getHeight() / BLOCK;
        int skipped = 0;
        for (int block = 0; block < columns * rows; block++) {
            if (block >= columns && block % columns != 0) {
                skipped++;
                continue;
            }
            CAVLCWriter.writeUE(bits, skipped);
            skipped = 0;
            CAVLCWriter.writeUE(bits, 0); // one motion for the block
            CAVLCWriter.writeSE(bits, block == 0 ? pixels * QUARTERS : 0); // beside what is usual
            CAVLCWriter.writeSE(bits, 0);
            CAVLCWriter.writeUE(bits, 0); // and nothing else changes
        }
        if (skipped > 0) {
            CAVLCWriter.writeUE(bits, skipped);
        }
    }
}
