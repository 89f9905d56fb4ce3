package dev.halftone.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.archive.ArchiveKey;
import dev.halftone.core.archive.Archives;
import dev.halftone.core.archive.Archives.Entry;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import dev.halftone.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Protects: what people take along is what they made, however much it is. */
class S3ArchivesIT {

    private static final String LIST = "name\r\nFähre.png\r\n";
    private static final S3Client CLIENT = TestBucket.client();
    private static final String BUCKET = TestBucket.name();

    private final MediaStore store = TestBucket.mediaStore();
    private final Archives archives = TestBucket.archives();
    private final ArchiveKey archive =
            ArchiveKey.parse(Samples.userId(1), "0123456789abcdef0123456789abcdef").orElseThrow();
    @TempDir private Path folder;

    // Larger than one part, so that the parts are put together in their order.
    @Test
    void packsEveryFileByteForByteInTheOrderAskedFor() throws IOException {
        byte[] small = "the picture".getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[S3Upload.PART_BYTES + 12_345];
        new Random(7).nextBytes(large);
        List<Entry> entries = List.of(stored(1, large, "film.mp4"), stored(2, small, "a.png"));

        archives.pack(archive, LIST, entries);
        archives.pack(archive, LIST, entries);

        Map<String, byte[]> files = unpacked();
        assertThat(files.keySet()).containsExactly("files.csv", "film.mp4", "a.png");
        assertThat(files.get("files.csv")).asString(StandardCharsets.UTF_8).isEqualTo(LIST);
        assertThat(files.get("film.mp4")).isEqualTo(large);
        assertThat(files.get("a.png")).isEqualTo(small);
    }

    @Test
    void leavesOutWhatWasRemovedMeanwhile() throws IOException {
        Entry kept = stored(3, new byte[] {1, 2, 3}, "kept.png");
        Entry removed = new Entry(key(4), "removed.png");

        archives.pack(archive, LIST, List.of(removed, kept));

        assertThat(unpacked().keySet()).containsExactly("files.csv", "kept.png");
    }

    // The rule that takes temporary objects away goes by the prefix.
    @Test
    void liesWhereTemporaryObjectsExpire() {
        assertThat(archive.value()).startsWith("t/" + Samples.userId(1) + "/");
    }

    @Test
    void isADownloadUnderAName() {
        archives.pack(archive, LIST, List.of());

        assertThat(archives.link(archive, Duration.ofMinutes(10), "halftone.zip"))
                .hasValueSatisfying(
                        link ->
                                assertThat(link.getQuery())
                                        .contains("halftone.zip")
                                        .contains("X-Amz-Expires=600"));
    }

    @Test
    void hasNoLinkToWhatSomebodyElseHasOrNobody() {
        archives.pack(archive, LIST, List.of());

        for (ArchiveKey other :
                List.of(
                        new ArchiveKey(Samples.userId(2), archive.name()),
                        new ArchiveKey(Samples.userId(1), "f".repeat(32)))) {
            assertThat(archives.link(other, Duration.ofMinutes(10), "halftone.zip")).isEmpty();
        }
    }

    private Map<String, byte[]> unpacked() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream object = CLIENT.getObject(get -> get.bucket(BUCKET).key(archive.value()));
                ZipInputStream zip = new ZipInputStream(object)) {
            List<ZipEntry> seen = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                seen.add(entry);
                files.put(entry.getName(), zip.readAllBytes());
            }
            assertThat(seen).hasSize(files.size());
        }
        return files;
    }

    private Entry stored(int number, byte[] content, String name) throws IOException {
        Path file = Files.write(folder.resolve("file" + number), content);
        store.put(key(number), "image/png", file);
        return new Entry(key(number), name);
    }

    private static ObjectKey key(int number) {
        return ObjectKey.result(
                Samples.userId(1), Samples.generationId(900 + number), 0, MediaType.PNG);
    }
}
