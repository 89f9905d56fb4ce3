package dev.halftone.function.mediaintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Digest;
import dev.halftone.core.asset.Asset;
import dev.halftone.core.asset.AssetFile;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetRefusal;
import dev.halftone.core.asset.AssetSource;
import dev.halftone.core.asset.AssetType;
import dev.halftone.core.asset.AssetWork;
import dev.halftone.core.asset.StorageUse;
import dev.halftone.core.catalogue.Dimensions;
import dev.halftone.lambda.Environment;
import dev.halftone.testing.Samples;
import dev.halftone.testing.UploadFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaIntakeTest {
    private static final String DONE = "{\"batchItemFailures\":[]}";

    private final Intake intake = new Intake();

    static Stream<Arguments> whatIsTaken() {
        Dimensions picture = new Dimensions(40, 30);
        Dimensions film = new Dimensions(1280, 720);
        return Stream.of(
                Arguments.of(AssetType.PNG, UploadFiles.annotatedPng(40, 30, 1), picture, 0),
                Arguments.of(AssetType.JPEG, UploadFiles.photograph(40, 30, 1), picture, 0),
                Arguments.of(AssetType.WEBP, UploadFiles.annotatedWebp(1), new Dimensions(8, 6), 0),
                Arguments.of(AssetType.MP3, UploadFiles.mp3(100), null, 2_612),
                Arguments.of(AssetType.WAV, UploadFiles.wav(3), null, 3_000),
                Arguments.of(AssetType.M4A, UploadFiles.m4a(5_000), null, 5_000),
                Arguments.of(AssetType.MP4, UploadFiles.film(4_000, 900), film, 4_000));
    }

    // Protects: every format that is promised is taken, and described as its own bytes do.
    @ParameterizedTest
    @MethodSource("whatIsTaken")
    void keepsWhatItTakes(AssetType type, byte[] bytes, Dimensions size, int millis) {
        AssetFile file = intake.kept(type, bytes);

        byte[] stored = intake.files.bytes(file.key());
        assertThat(file.type()).isEqualTo(type);
        assertThat(file.size()).isEqualTo(size);
        assertThat(file.duration()).isEqualTo(millis == 0 ? null : Duration.ofMillis(millis));
        assertThat(file.bytes()).isEqualTo(stored.length);
        assertThat(file.sha256()).isEqualTo(Digest.sha256Hex(stored));
        assertThat(intake.assets.use(intake.owner)).isEqualTo(new StorageUse(stored.length, 1));
    }

    // Protects: where somebody lives is in many photographs. Read from the stored bytes, by no code
    // that wrote them.
    @ParameterizedTest
    @MethodSource("whatIsTaken")
    void storesNothingOfWhereItWasMade(AssetType type, byte[] bytes, Dimensions size, int millis) {
        assertThat(latin(bytes)).contains(UploadFiles.PLACE);

        AssetFile file = intake.kept(type, bytes);

        String stored = latin(intake.files.bytes(file.key()));
        assertThat(stored).doesNotContain(UploadFiles.PLACE).doesNotContain("\u00a9xyz");
        // The tag that leads to a place, in both byte orders (Exif 2.32, 34853).
        assertThat(stored).doesNotContain("\u0088%\u0000\u0004").doesNotContain("%\u0088");
    }

    @Test
    void keepsWhichWayUpAPhotographIs() throws IOException {
        AssetFile file = intake.kept(AssetType.JPEG, UploadFiles.photograph(40, 30, 6));

        String stored = latin(intake.files.bytes(file.key()));
        assertThat(stored)
                .contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
        assertThat(file.size()).isEqualTo(new Dimensions(30, 40));
        BufferedImage small =
                ImageIO.read(
                        new ByteArrayInputStream(
                                intake.files.bytes(Objects.requireNonNull(file.thumbnail()))));
        assertThat(small.getWidth()).isEqualTo(30);
        assertThat(small.getHeight()).isEqualTo(40);
    }

    // Protects: nothing was done to the pixels themselves.
    @Test
    void changesNoPixel() throws IOException {
        byte[] bytes = UploadFiles.annotatedPng(40, 30, 1);
        AssetFile file = intake.kept(AssetType.PNG, bytes);

        BufferedImage before = ImageIO.read(new ByteArrayInputStream(bytes));
        BufferedImage after =
                ImageIO.read(new ByteArrayInputStream(intake.files.bytes(file.key())));
        assertThat(after.getRGB(0, 0, 40, 30, null, 0, 40))
                .isEqualTo(before.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    static Stream<Arguments> whatIsNotTaken() {
        byte[] jpeg = UploadFiles.photograph(40, 30, 1);
        byte[] mp3 = UploadFiles.mp3(100);
        return Stream.of(
                Arguments.of("a bomb", AssetType.PNG, UploadFiles.pngBomb(), "TOO_MANY_PIXELS"),
                Arguments.of("SVG", AssetType.PNG, UploadFiles.svg(), "SVG"),
                Arguments.of("Ogg", AssetType.MP3, UploadFiles.ogg(), "UNSUPPORTED_SOUND"),
                Arguments.of(
                        "text",
                        AssetType.PNG,
                        "plain text".getBytes(StandardCharsets.UTF_8),
                        "UNSUPPORTED_TYPE"),
                Arguments.of("other", AssetType.PNG, jpeg, "WRONG_TYPE"),
                Arguments.of("sound", AssetType.WAV, mp3, "WRONG_TYPE"),
                Arguments.of("film", AssetType.M4A, UploadFiles.film(4_000, 9), "WRONG_TYPE"));
    }

    static Stream<Arguments> whatIsBrokenOrTooLong() {
        byte[] png = UploadFiles.png(40, 30);
        byte[] jpeg = UploadFiles.photograph(40, 30, 1);
        return Stream.of(
                Arguments.of(
                        "cut png", AssetType.PNG, Arrays.copyOf(png, png.length - 20), "DAMAGED"),
                Arguments.of(
                        "cut jpg",
                        AssetType.JPEG,
                        Arrays.copyOf(jpeg, jpeg.length - 20),
                        "DAMAGED"),
                Arguments.of("no pixels", AssetType.PNG, brokenPixels(png), "DAMAGED"),
                Arguments.of("long film", AssetType.MP4, UploadFiles.film(300_001, 9), "TOO_LONG"),
                Arguments.of("long sound", AssetType.M4A, UploadFiles.m4a(600_001), "TOO_LONG"));
    }

    static Stream<Arguments> whatGoesOnBehindItsEnd() {
        byte[] png = UploadFiles.png(40, 30);
        byte[] jpeg = UploadFiles.photograph(40, 30, 1);
        byte[] mp3 = UploadFiles.mp3(100);
        return Stream.of(
                Arguments.of("png tail", AssetType.PNG, UploadFiles.withTail(png), "TRAILING_DATA"),
                Arguments.of(
                        "jpg tail", AssetType.JPEG, UploadFiles.withTail(jpeg), "TRAILING_DATA"),
                Arguments.of(
                        "webp tail",
                        AssetType.WEBP,
                        UploadFiles.withTail(UploadFiles.annotatedWebp(1)),
                        "TRAILING_DATA"),
                Arguments.of("mp3 tail", AssetType.MP3, UploadFiles.withTail(mp3), "TRAILING_DATA"),
                Arguments.of(
                        "wav tail",
                        AssetType.WAV,
                        UploadFiles.withTail(UploadFiles.wav(1)),
                        "TRAILING_DATA"),
                Arguments.of(
                        "mp4 tail",
                        AssetType.MP4,
                        UploadFiles.withTail(UploadFiles.film(4_000, 9)),
                        "TRAILING_DATA"));
    }

    /** Whole by its structure; only a decoder sees that there is nothing in it. */
    private static byte[] brokenPixels(byte[] png) {
        byte[] broken = png.clone();
        int data = latin(png).indexOf("IDAT") + 4;
        int length = ByteBuffer.wrap(png).getInt(data - 8);
        Arrays.fill(broken, data, data + length, (byte) 0x55);
        return broken;
    }

    // Protects: nothing that is hostile, broken or not what it says is kept, and people are told
    // which of these it is.
    @ParameterizedTest(name = "{0}")
    @MethodSource({"whatIsNotTaken", "whatIsBrokenOrTooLong", "whatGoesOnBehindItsEnd"})
    void refusesEachWithACodeOfItsOwnAndKeepsNothing(
            String name, AssetType type, byte[] bytes, AssetRefusal why) {
        assertThat(intake.refused(type, bytes)).as(name).isEqualTo(why);
        assertThat(intake.assets.use(intake.owner)).isEqualTo(StorageUse.NOTHING);
    }

    @Test
    void refusesWhatIsNotAsLongAsAnnounced() {
        Asset asset = intake.uploaded(AssetType.PNG, 10, UploadFiles.png(40, 30));

        intake.check(asset.id());

        assertThat(intake.refusal(asset)).isEqualTo(AssetRefusal.WRONG_SIZE);
    }

    @Test
    void refusesWhatIsNotThere() {
        Asset asset = intake.awaited(new AssetSource.Upload(AssetType.PNG, 10));

        intake.check(asset.id());

        assertThat(intake.refusal(asset)).isEqualTo(AssetRefusal.NOTHING_UPLOADED);
    }

    // Protects: 200 MB are not transferred to be refused.
    @Test
    void readsAFewPartsOfAFilmThatIsTooLong() {
        byte[] film = UploadFiles.film(300_001, 5_000_000);

        assertThat(intake.refused(AssetType.MP4, film)).isEqualTo(AssetRefusal.TOO_LONG);

        assertThat(intake.files.bytesRead()).isLessThan(100_000);
    }

    @Test
    void takesWhatWasFetchedByItsOwnBytes() {
        Asset web = intake.awaited(new AssetSource.Web("pictures.test", "ab".repeat(32)));
        intake.files.put(AssetKey.quarantine(web.id()), UploadFiles.photograph(40, 30, 1));

        intake.check(web.id());

        assertThat(intake.stored(web).file().orElseThrow().type()).isEqualTo(AssetType.JPEG);
    }

    @Test
    void tellsWhyNothingWasFetched() {
        Asset web = intake.awaited(new AssetSource.Web("pictures.test", "ab".repeat(32)));
        intake.files.put(AssetKey.address(web.id()), new byte[] {1});

        intake.refuse(web.id(), AssetRefusal.PRIVATE_ADDRESS);

        assertThat(intake.refusal(web)).isEqualTo(AssetRefusal.PRIVATE_ADDRESS);
    }

    // Protects: messages come twice, and late.
    @Test
    void looksOnceHoweverOftenItIsTold() {
        Asset asset = intake.uploaded(AssetType.PNG, UploadFiles.png(40, 30));
        intake.check(asset.id());
        Asset ready = intake.stored(asset);
        intake.clock.advance(Duration.ofMinutes(1));

        assertThat(intake.check(asset.id())).isEqualTo(DONE);

        assertThat(intake.stored(asset)).isEqualTo(ready);
        assertThat(intake.files.keys()).hasSize(2);
    }

    // Protects: whoever removes an upload that was never looked at leaves nothing behind.
    @Test
    void keepsNothingOfWhatIsGone() {
        Asset asset = intake.uploaded(AssetType.PNG, UploadFiles.png(40, 30));
        assertThat(intake.assets.remove(asset)).isTrue();

        assertThat(intake.check(asset.id())).isEqualTo(DONE);

        assertThat(intake.files.keys()).isEmpty();
    }

    @Test
    void leavesTheNewsWhenAWorkerDiesAfterStoring() {
        Asset asset = intake.uploaded(AssetType.PNG, UploadFiles.png(40, 30));
        intake.files.put(
                AssetKey.original(intake.owner, asset.id(), AssetType.PNG), new byte[] {1});

        intake.check(asset.id());

        AssetFile file = intake.stored(asset).file().orElseThrow();
        assertThat(intake.files.bytes(file.key())).hasSize((int) file.bytes());
    }

    @Test
    void givesBackAMessageThatIsNone() {
        byte[] event =
                new String(
                                dev.halftone.testing.EventFile.read("media-intake", "uploaded")
                                        .bytes(),
                                StandardCharsets.UTF_8)
                        .replace("\\\"task\\\":\\\"check\\\"", "\\\"task\\\":\\\"paint\\\"")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(new String(intake.driver().invoke(event), StandardCharsets.UTF_8))
                .contains("itemIdentifier");
    }

    // Protects: what a message says is read as a whole, or not at all.
    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "%s,%s", " %s", "{\"Records\":[%s]}", "{\"body\":%s}"})
    void takesNothingThatIsWrittenAroundAMessage(String around) {
        Asset asset = intake.uploaded(AssetType.PNG, UploadFiles.png(40, 30));
        String body = AssetWork.check(asset.id(), Samples.traceId(1)).body();

        assertThat(intake.send(around.replace("%s", body))).contains("itemIdentifier");

        assertThat(intake.stored(asset)).isEqualTo(asset);
    }

    // The look itself: a file whose place was left in it is seen to have one.
    @Test
    void noticesAPlaceThatWasLeftInAFile() {
        String left = latin(UploadFiles.photograph(40, 30, 1));

        assertThat(left).contains(UploadFiles.PLACE, "%\u0088");
    }

    // Protects: one picture with everything a camera writes: a small one is made, what the file is
    // is told, and where it was taken is nowhere in either.
    @Test
    void makesAThumbnailReadsMetadataAndTakesThePlaceOutOfAPhotograph() throws IOException {
        AssetFile file = intake.kept(AssetType.JPEG, UploadFiles.photograph(400, 300, 1));

        byte[] thumbnail = intake.files.bytes(Objects.requireNonNull(file.thumbnail()));
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(thumbnail));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(file.size()).isEqualTo(new Dimensions(400, 300));
        assertThat(file.type().contentType()).isEqualTo("image/jpeg");
        assertThat(latin(intake.files.bytes(file.key()))).doesNotContain(UploadFiles.PLACE);
        assertThat(latin(thumbnail)).doesNotContain(UploadFiles.PLACE);
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(Intake.VARIABLES);

        MediaIntakeConfig config = MediaIntakeConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(MediaIntakeConfig.KEYS);
        assertThat(config).isEqualTo(new MediaIntakeConfig("studio", "media"));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> MediaIntakeConfig.from(Environment.of(Map.of())))
                .message()
                .contains(MediaIntakeConfig.KEYS);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
