package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.Dimensions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a film that is cut short, or no film, is never delivered and charged. */
class Mp4Test {

    private static final byte[] TYPE = box("ftyp", ascii("isom"));
    private static final byte[] DATA = box("mdat", new byte[100]);
    private static final byte[] MOVIE = box("moov", box("mvhd"), sound(), pictures());
    private static final Mp4.Film FILM =
            new Mp4.Film(new Dimensions(1280, 720), Duration.ofMillis(5041), true);

    @TempDir private Path folder;

    @Test
    void readsSizeAndLengthWhereverTheIndexStands() throws IOException {
        assertThat(read(joined(TYPE, MOVIE, DATA))).contains(FILM);
        assertThat(read(joined(TYPE, DATA, MOVIE))).contains(FILM);
    }

    /** Films of many gigabytes, and of dates after 2040, have longer fields. */
    @Test
    void readsTheLongForms() throws IOException {
        byte[] track = ByteBuffer.allocate(96).put(0, (byte) 1).array();
        byte[] media = ByteBuffer.allocate(36).put(0, (byte) 1).array();
        ByteBuffer.wrap(track).putInt(88, 1280 << 16).putInt(92, 720 << 16);
        ByteBuffer.wrap(media).putInt(20, 24_000).putLong(24, 121_000);
        byte[] data = box("mdat", new byte[108]);
        ByteBuffer.wrap(data).putInt(0, 1).putLong(8, data.length);

        assertThat(read(joined(TYPE, data, box("moov", track(track, media, "vide")))))
                .contains(new Mp4.Film(FILM.size(), FILM.length(), false));
    }

    @Test
    void refusesAFilmCutShortAnywhere() throws IOException {
        byte[] whole = joined(TYPE, MOVIE, DATA);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length))).as("first %d bytes", length).isEmpty();
        }
    }

    @Test
    void refusesWhatLacksAPart() throws IOException {
        assertThat(read(joined(TYPE, DATA))).isEmpty();
        assertThat(read(joined(TYPE, MOVIE))).isEmpty();
        assertThat(read(joined(MOVIE, DATA))).isEmpty();
        assertThat(read(joined(TYPE, box("moov", sound()), DATA))).isEmpty();
        assertThat(read(joined(TYPE, MOVIE, MOVIE, DATA))).isEmpty();
    }

    /** A last box without a length would hide that its end is missing. */
    @Test
    void refusesABoxWithoutALength() throws IOException {
        byte[] open = DATA.clone();
        ByteBuffer.wrap(open).putInt(0, 0);

        assertThat(read(joined(TYPE, MOVIE, open))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 0x7FFFFFFF, 0xFFFFFFFF})
    void refusesLengthsThatLie(int length) throws IOException {
        byte[] whole = joined(TYPE, MOVIE, DATA);
        for (int at : new int[] {0, TYPE.length, TYPE.length + 8, TYPE.length + MOVIE.length}) {
            byte[] lying = whole.clone();
            ByteBuffer.wrap(lying).putInt(at, length);

            assertThat(read(lying)).as("length at %d", at).isEmpty();
        }
    }

    // Method: whatever the bytes are, the answer is a film or none, and no failure.
    @Test
    void survivesEveryByteChangedAtRandom() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] whole = joined(TYPE, MOVIE, DATA);
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] = (byte) random.nextInt();

            assertThat(read(altered)).isNotNull();
        }
    }

    @Test
    void refusesWhatIsNoFilm() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(ascii("<html>not found</html>"))).isEmpty();
    }

    private Optional<Mp4.Film> read(byte[] bytes) throws IOException {
        return Mp4.read(Files.write(folder.resolve("file"), bytes));
    }

    private static byte[] pictures() {
        byte[] track = new byte[84];
        byte[] media = new byte[24];
        ByteBuffer.wrap(track).putInt(76, 1280 << 16).putInt(80, 720 << 16);
        ByteBuffer.wrap(media).putInt(12, 24_000).putInt(16, 121_000);
        return track(track, media, "vide");
    }

    private static byte[] sound() {
        return track(new byte[84], new byte[24], "soun");
    }

    private static byte[] track(byte[] header, byte[] media, String handler) {
        byte[] kind = ByteBuffer.allocate(25).put(8, ascii(handler)).array();
        byte[] parts = box("mdia", box("mdhd", media), box("hdlr", kind));
        return box("trak", box("tkhd", header), parts);
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(type))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
