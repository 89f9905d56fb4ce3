package dev.halftone.core.asset;

import dev.halftone.core.catalogue.Dimensions;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index of an MP4 or M4A says of its first picture track and its first sound track. (The
 * box moov of ISO/IEC 14496-12, section 8.)
 *
 * @param size of the pictures, one pixel at least; {@code null} if there are none
 * @param film how long they last: zero if nothing sensible is said, at most {@link #LONGEST}
 * @param sound how long the sound lasts, likewise; {@code null} if there is none
 */
public record MovieIndex(
        @Nullable Dimensions size, @Nullable Duration film, @Nullable Duration sound) {

    /** What lasts longer is said to last so long. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final int TRACK = 0x7472616B; // trak
    private static final int TRACK_HEADER = 0x746B6864; // tkhd
    private static final int MEDIA = 0x6D646961; // mdia
    private static final int MEDIA_HEADER = 0x6D646864; // mdhd
    private static final int HANDLER = 0x68646C72; // hdlr
    private static final int VIDEO = 0x76696465; // vide
    private static final int SOUND = 0x736F756E; // soun
    private static final int HEADER_BYTES = 8;
    private static final int BOXES_MAX = 10_000;

    /**
     * Reads what is inside the box moov.
     *
     * @throws BufferUnderflowException or {@link IndexOutOfBoundsException} if a box ends before
     *     what it must hold
     */
    public static MovieIndex read(ByteBuffer movie) {
        Dimensions size = null;
        Duration film = null;
        Duration sound = null;
        for (ByteBuffer track : each(movie, TRACK)) {
            ByteBuffer media = one(track, MEDIA);
            int handler = one(media, HANDLER).getInt(8);
            if (handler == VIDEO && size == null) {
                size = size(one(track, TRACK_HEADER));
                film = length(one(media, MEDIA_HEADER));
            } else if (handler == SOUND && sound == null) {
                sound = length(one(media, MEDIA_HEADER));
            }
        }
        return new MovieIndex(size, film, sound);
    }

    /** Pixels stand as fixed-point numbers of 16 and 16 bits, behind times of 32 or 64. */
    private static Dimensions size(ByteBuffer header) {
        int at = header.get(0) == 0 ? 76 : 88;
        int width = header.getInt(at) >>> 16;
        int height = header.getInt(at + 4) >>> 16;
        return new Dimensions(Math.max(1, width), Math.max(1, height));
    }

    private static Duration length(ByteBuffer header) {
        boolean isShort = header.get(0) == 0;
        long unitsASecond = Integer.toUnsignedLong(header.getInt(isShort ? 12 : 20));
        long units = isShort ? Integer.toUnsignedLong(header.getInt(16)) : header.getLong(24);
        if (unitsASecond == 0 || units <= 0) {
            return Duration.ZERO;
        }
        return units / unitsASecond > LONGEST.toSeconds()
                ? LONGEST
                : Duration.ofMillis(units * 1000 / unitsASecond);
    }

    private static ByteBuffer one(ByteBuffer parent, int type) {
        List<ByteBuffer> found = each(parent, type);
        if (found.isEmpty()) {
            throw new BufferUnderflowException();
        }
        return found.getFirst();
    }

    private static List<ByteBuffer> each(ByteBuffer parent, int type) {
        List<ByteBuffer> found = new ArrayList<>();
        int at = 0;
        for (int box = 0; box < BOXES_MAX && at < parent.limit(); box++) {
            int length = parent.getInt(at);
            if (length < HEADER_BYTES || length > parent.limit() - at) {
                throw new BufferUnderflowException();
            }
            if (parent.getInt(at + 4) == type) {
                found.add(parent.slice(at + HEADER_BYTES, length - HEADER_BYTES));
            }
            at += length;
        }
        return found;
    }
}
