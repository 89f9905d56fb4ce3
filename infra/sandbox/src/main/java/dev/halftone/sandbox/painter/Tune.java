package dev.halftone.sandbox.painter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jcodec.common.AudioFormat;

/** A quiet chord; the same seed gives the same one. */
final class Tune {

    private static final int SAMPLES_PER_SECOND = 24_000;
    private static final double LOUDNESS = 3_000;
    private static final double LOWEST = 110;

    private Tune() {}

    static AudioFormat format() {
        return new AudioFormat(SAMPLES_PER_SECOND, Short.SIZE, 1, true, false);
    }

    static ByteBuffer play(long seed, int seconds) {
        double low = LOWEST * Math.pow(2, Dice.of("tune", seed).below(12) / 12.0);
        ByteBuffer samples =
                ByteBuffer.allocate(seconds * SAMPLES_PER_SECOND * Short.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        double step = 2 * Math.PI * low / SAMPLES_PER_SECOND;
        while (samples.hasRemaining()) {
            double at = step * samples.position() / Short.BYTES;
            double wave = Math.sin(at) + Math.sin(at * 1.5) / 2 + Math.sin(at * 2.5) / 4;
            samples.putShort((short) Math.rint(wave * LOUDNESS));
        }
        return samples.flip();
    }
}
