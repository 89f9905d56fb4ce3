package dev.halftone.core.asset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a photograph is: the only thing that is kept of what its camera wrote. (CIPA DC-008,
 * Exif 2.32, section 4.6.4: tag 274, a SHORT from 1 to 8, in IFD 0 of a TIFF structure.)
 */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int LITTLE = 0x4949;
    private static final int BIG = 0x4D4D;
    private static final int TAG = 274;
    private static final int SHORT = 3;
    private static final int VALUES = 8;
    private static final int ENTRIES_MAX = 200;
    private static final int ENTRY_BYTES = 12;

    private Orientation() {}

    /** Whether width and height change places where it is shown. */
    static boolean isSideways(int orientation) {
        return orientation > 4;
    }

    /** What a TIFF structure says, or upright if it cannot be read. */
    static int read(ByteBuffer tiff) {
        try {
            ByteBuffer bytes = tiff.slice();
            int order = bytes.getShort(0);
            if (order != LITTLE && order != BIG) {
                return UPRIGHT;
            }
            bytes.order(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = bytes.getInt(4);
            int entries = Math.min(Short.toUnsignedInt(bytes.getShort(at)), ENTRIES_MAX);
            for (int entry = 0; entry < entries; entry++) {
                int begin = at + 2 + entry * ENTRY_BYTES;
                if (Short.toUnsignedInt(bytes.getShort(begin)) == TAG) {
                    int value = Short.toUnsignedInt(bytes.getShort(begin + 8));
                    return value >= UPRIGHT && value <= VALUES ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException _) {
            return UPRIGHT;
        }
    }

    /** A TIFF structure that says nothing else. */
    static ByteBuffer write(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.putShort((short) BIG).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) TAG).putShort((short) SHORT).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        return tiff.putInt(0).flip();
    }
}
