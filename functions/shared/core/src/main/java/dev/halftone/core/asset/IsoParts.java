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
    private static final int TRACK_HEADER = 0x746B6864; // tkhd
    private static final int MEDIA = 0x6D646961; // mdia
    private static final int MEDIA_HEADER = 0x6D646864; // mdhd
    private static final int HANDLER = 0x68646C72; // hdlr
    private static final int VIDEO = 0x76696465; // vide
    private static final int SOUND = 0x736F756E; // soun
    // skip, wide, pdin, uuid, meta, udta: nothing that a player needs.
    private static final Set<Integer> BLANKED =
            Set.of(FREE, 0x736B6970, 0x77696465, 0x7064696E, 0x75756964, 0x6D657461, 0x75647461);
    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;
    private static final int LARGE = 1;
    private static final int BOXES_MAX = 10_000;
    private static final int DEPTH_MAX = 4;
    private static final int MOVIE_BYTES_MAX = 4 * 1024 * 1024;
    private static final long SECONDS_MAX = 86_400;

    private final ByteSource source;
    private final List<Segment> kept = new ArrayList<>();
    private @Nullable ByteBuffer movie;
    private @Nullable Dimensions size;
    private @Nullable Duration film;
    private @Nullable Duration sound;
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
        return isWhole() ? described() : Inspection.damaged();
    }

    private boolean isWhole() {
        return movie != null && hasData;
    }

    private void take(int type, long at, int headerBytes, long length) {
        if (type == MOVIE) {
            ByteBuffer index = source.read(at, (int) length);
            readTracks(index.slice(headerBytes, index.limit() - headerBytes));
            blank(index, headerBytes, index.limit(), 1);
            movie = index;
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

    private void readTracks(ByteBuffer index) {
        for (ByteBuffer track : each(index, TRACK)) {
            ByteBuffer media = one(track, MEDIA);
            int handler = one(media, HANDLER).getInt(8);
            if (handler == VIDEO && size == null) {
                ByteBuffer header = one(track, TRACK_HEADER);
                int sizeAt = header.get(0) == 0 ? 76 : 88;
                int width = header.getInt(sizeAt) >>> 16;
                int height = header.getInt(sizeAt + 4) >>> 16;
                size = new Dimensions(Math.max(1, width), Math.max(1, height));
                film = duration(one(media, MEDIA_HEADER));
            } else if (handler == SOUND && sound == null) {
                sound = duration(one(media, MEDIA_HEADER));
            }
        }
    }

    private static Duration duration(ByteBuffer header) {
        boolean isShort = header.get(0) == 0;
        long unitsASecond = Integer.toUnsignedLong(header.getInt(isShort ? 12 : 20));
        long units = isShort ? Integer.toUnsignedLong(header.getInt(16)) : header.getLong(24);
        if (unitsASecond == 0 || units <= 0 || units / unitsASecond > SECONDS_MAX) {
            return Duration.ofSeconds(units > 0 && unitsASecond > 0 ? SECONDS_MAX : 0);
        }
        return Duration.ofMillis(units * 1000 / unitsASecond);
    }

    private Inspection described() {
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
        for (int box = 0; box < BOXES_MAX && parent.limit() - at >= HEADER_BYTES; box++) {
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
