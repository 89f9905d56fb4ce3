package dev.halftone.core.asset;

import dev.halftone.core.catalogue.Dimensions;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An MP4 or M4A in which the boxes that tell of place, device and author are blank. They stay as
 * long as they were, for the index says at which byte of the file each picture begins. Only boxes'
 * headers and the index are read. (ISO/IEC 14496-12, sections 4.2 and 8.)
 */
final class IsoParts {

    private static final int FILE_TYPE = 0x66747970; // ftyp
    private static final int MOVIE = 0x6D6F6F76; // moov
    private static final int MEDIA_DATA = 0x6D646174; // mdat
    private static final int FREE = 0x66726565; // free
    private static final int TRACK = 0x7472616B; // trak
    private static final int MEDIA = 0x6D646961; // mdia
    private static final int HANDLER = 0x68646C72; // hdlr
    // skip, wide, pdin, uuid, meta, udta: nothing that a player needs.
    private static final Set<Integer> BLANKED =
            Set.of(FREE, 0x736B6970, 0x77696465, 0x7064696E, 0x75756964, 0x6D657461, 0x75647461);
    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;
    private static final int LARGE = 1;
    private static final int BOXES_MAX = 10_000;
    private static final int DEPTH_MAX = 4;
    private static final int MOVIE_BYTES_MAX = 4 * 1024 * 1024;

    private final ByteSource source;
    private final List<Segment> kept = new ArrayList<>();
    private @Nullable MovieIndex movie;
    private boolean hasData;

    private IsoParts(ByteSource source) {
        this.source = source;
    }

    static Inspection of(ByteSource source) {
        return new IsoParts(source).inspect();
    }

    private Inspection inspect() {
        long at = 0;
        for (int box = 0; at < source.size(); box++) {
            if (source.size() - at < HEADER_BYTES) {
                return isWhole() ? Inspection.trailing() : Inspection.damaged();
            }
            ByteBuffer header = source.read(at, HEADER_BYTES);
            long length = Integer.toUnsignedLong(header.getInt(0));
            int type = header.getInt(4);
            int headerBytes = length == LARGE ? LARGE_HEADER_BYTES : HEADER_BYTES;
            if (length == LARGE) {
                length = source.read(at + HEADER_BYTES, Long.BYTES).getLong(0);
            }
            boolean known =
                    (box == 0) == (type == FILE_TYPE)
                            && (type == FILE_TYPE
                                    || type == MOVIE
                                    || type == MEDIA_DATA
                                    || BLANKED.contains(type));
            if (box >= BOXES_MAX || length < headerBytes || length > source.size() - at || !known) {
                // Whatever stands behind a whole film is no part of it.
                return isWhole() ? Inspection.trailing() : Inspection.damaged();
            }
            if (type == MOVIE && (movie != null || length > MOVIE_BYTES_MAX)) {
                return Inspection.damaged();
            }
            take(type, at, headerBytes, length);
            at += length;
        }
        return movie != null && hasData ? described(movie) : Inspection.damaged();
    }

    private boolean isWhole() {
        return movie != null && hasData;
    }

    private void take(int type, long at, int headerBytes, long length) {
        if (type == MOVIE) {
            ByteBuffer index = source.read(at, (int) length);
            movie = MovieIndex.read(index.slice(headerBytes, index.limit() - headerBytes));
            blank(index, headerBytes, index.limit(), 1);
            kept.add(new Segment.Written(index));
        } else if (BLANKED.contains(type)) {
            // The length keeps its place, be it short or long; the name becomes "free".
            ByteBuffer header = source.read(at, headerBytes);
            header.putInt(4, FREE);
            kept.add(new Segment.Written(header));
            kept.add(new Segment.Blank(length - headerBytes));
        } else {
            kept.add(new Segment.Kept(at, length));
        }
        hasData |= type == MEDIA_DATA && length > headerBytes;
    }

    /** Blanks what tells of the maker, at every depth where it may stand. */
    private static void blank(ByteBuffer index, int from, int to, int depth) {
        int at = from;
        for (int box = 0; box < BOXES_MAX && to - at >= HEADER_BYTES; box++) {
            int length = index.getInt(at);
            int type = index.getInt(at + 4);
            if (length < HEADER_BYTES || length > to - at) {
                throw new BufferUnderflowException();
            }
            if (BLANKED.contains(type)) {
                index.putInt(at + 4, FREE);
                for (int i = at + HEADER_BYTES; i < at + length; i++) {
                    index.put(i, (byte) 0);
                }
            } else if ((type == TRACK || type == MEDIA) && depth < DEPTH_MAX) {
                blank(index, at + HEADER_BYTES, at + length, depth + 1);
            } else if (type == HANDLER) {
                // Its name is free text behind 24 bytes.
                for (int i = at + HEADER_BYTES + 24; i < at + length; i++) {
                    index.put(i, (byte) 0);
                }
            }
            at += length;
        }
    }

    private Inspection described(MovieIndex index) {
        Dimensions size = index.size();
        Duration film = index.film();
        Duration sound = index.sound();
        if (size != null && film != null) {
            if (!Inspection.withinLimits(size.width(), size.height())) {
                return new Inspection.Unfit(AssetRefusal.TOO_MANY_PIXELS);
            }
            if (film.compareTo(AssetLimits.FILM_MAX) > 0) {
                return new Inspection.Unfit(AssetRefusal.TOO_LONG);
            }
            return film.isZero()
                    ? Inspection.damaged()
                    : new Inspection.Fit(AssetType.MP4, size, film, Orientation.UPRIGHT, kept);
        }
        return sound == null || sound.isZero()
                ? Inspection.damaged()
                : Inspection.sound(AssetType.M4A, sound, kept);
    }
}
