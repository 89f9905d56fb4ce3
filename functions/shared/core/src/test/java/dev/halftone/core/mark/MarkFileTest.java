package dev.halftone.core.mark;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.xmp.XmpDirectory;
import dev.halftone.core.Digest;
import dev.halftone.core.SigningKey;
import dev.halftone.core.mark.MarkFile.MarkOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: whatever is delivered says to every reader of the standards that a model made it, says
 * so with our signature, and is otherwise what its maker sent.
 */
class MarkFileTest {

    private static final Origin ORIGIN = new Origin("nano-banana-2.1", LocalDate.of(2026, 11, 2));
    private static final String TRAINED =
            "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private final MarkFile marking = new MarkFile(() -> key("one"));

    @TempDir private Path folder;

    private static SigningKey key(String name) {
        byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 32);
        return SigningKey.ofBase64(Base64.getEncoder().encodeToString(bytes));
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatIsNotOursFindsTheMark(FileSample sample) throws Exception {
        assertThat(told(marked(sample.file())))
                .containsEntry("Iptc4xmpExt:DigitalSourceType", TRAINED)
                .containsEntry("origin:model", "nano-banana-2.1")
                .containsEntry("origin:day", "2026-11-02");
    }

    @ParameterizedTest
    @EnumSource
    void theSignatureHoldsForTheContentAndTheOriginAndNothingElse(FileSample sample)
            throws Exception {
        byte[] marked = marked(sample.file());
        String content = content(marked);
        String signature = told(marked).getOrDefault("origin:signature", "");

        assertThat(marking.isGenuine(content, ORIGIN, signature)).isTrue();
        Origin other = new Origin("flux-dev", ORIGIN.day());
        assertThat(marking.isGenuine(content, other, signature)).isFalse();
        assertThat(marking.isGenuine(content(changed(sample)), ORIGIN, signature)).isFalse();
        assertThat(new MarkFile(() -> key("two")).isGenuine(content, ORIGIN, signature)).isFalse();
        assertThat(marking.isGenuine(content, ORIGIN, "not base64!")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "MP4"})
    void everythingButTheMarkIsWhatItsMakerSent(FileSample sample) throws IOException {
        assertThat(content(marked(sample.file()))).isEqualTo(Digest.sha256Hex(sample.file()));
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBP_LOSSY", "WEBP_LOSSLESS"})
    void theFormOfAFileIsNotItsContent(FileSample sample) throws IOException {
        assertThat(content(marked(sample.file()))).isEqualTo(content(sample.file()));
        assertThat(content(marked(sample.file()))).isNotEqualTo(content(changed(sample)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG"})
    void noPixelChanges(FileSample sample) throws IOException {
        assertThat(pixels(marked(sample.file()))).isEqualTo(pixels(sample.file()));
    }

    /** The index of a film names places in the file: one that moved would play noise. */
    @Test
    void nothingInAFilmMoves() throws IOException {
        byte[] film = FileSample.MP4.file();

        assertThat(marked(film)).startsWith(film);
    }

    @Test
    void whatHasContentCredentialsIsLeftAlone() throws IOException {
        byte[] png = FileSample.PNG.file();
        byte[] credentials = chunk("caBX", "jumb".getBytes(StandardCharsets.US_ASCII));

        assertThat(mark(inserted(png, 33, credentials)))
                .isInstanceOf(MarkOutcome.MarkedAlready.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatSaysItsSourceIsLeftAlone(FileSample sample) throws IOException {
        assertThat(mark(marked(sample.file()))).isInstanceOf(MarkOutcome.MarkedAlready.class);
    }

    /** Another text about the file stays in it, behind ours, for readers take the first. */
    @Test
    void keepsWhatElseIsSaidOfTheFile() throws Exception {
        byte[] text =
                "XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta>by hand</x:xmpmeta>"
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] png = inserted(FileSample.PNG.file(), 33, chunk("iTXt", text));

        byte[] marked = marked(png);

        assertThat(new String(marked, StandardCharsets.ISO_8859_1))
                .containsSubsequence("trainedAlgorithmicMedia", "by hand");
        assertThat(content(marked)).isEqualTo(Digest.sha256Hex(png));
    }

    @ParameterizedTest
    @EnumSource
    void aFileCutShortAnywhereIsNotMarked(FileSample sample) throws IOException {
        byte[] whole = sample.file();
        for (int length = 0; length < whole.length; length++) {
            // A film without its data is whole as boxes go; whether it is a film is asked before.
            boolean endsWithABox = sample == FileSample.MP4 && (length == 28 || length == 36);
            if (!endsWithABox) {
                assertThat(mark(Arrays.copyOf(whole, length)))
                        .as("first %d bytes", length)
                        .isInstanceOf(MarkOutcome.Unreadable.class);
            }
        }
    }

    private MarkOutcome mark(byte[] file) throws IOException {
        return marking.mark(
                Files.write(folder.resolve("source"), file), ORIGIN, folder.resolve("target"));
    }

    private byte[] marked(byte[] file) throws IOException {
        assertThat(mark(file)).isInstanceOf(MarkOutcome.Marked.class);
        return Files.readAllBytes(folder.resolve("target"));
    }

    private String content(byte[] file) throws IOException {
        return MarkFile.content(Files.write(folder.resolve("any"), file)).orElseThrow();
    }

    private static byte[] changed(FileSample sample) {
        byte[] changed = sample.file();
        int inThePicture = sample == FileSample.PNG || sample == FileSample.MP4 ? 45 : 10;
        changed[changed.length - inThePicture] ^= 1;
        return changed;
    }

    private static Map<String, String> told(byte[] file)
            throws IOException, ImageProcessingException {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(file))
                .getDirectoriesOfType(XmpDirectory.class)
                .stream()
                .flatMap(found -> found.getXmpProperties().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int[] pixels(byte[] file) throws IOException {
        java.awt.image.BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] framed = FileSample.box(type, content);
        ByteBuffer.wrap(framed).putInt(content.length);
        CRC32 checksum = new CRC32();
        checksum.update(framed, 4, framed.length - 4);
        return ByteBuffer.allocate(framed.length + 4)
                .put(framed)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }
}
