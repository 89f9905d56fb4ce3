package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.MediaType;
import dev.halftone.core.generation.ObjectKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link MediaStore} does. */
public abstract class MediaStoreContract {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Person person = Person.fresh();
    private final GenerationId work = person.generation(1, 4).id();
    private final ObjectKey key = ObjectKey.result(person.user(), work, 0, MediaType.PNG);

    @TempDir private Path folder;

    /** What somebody gets who opens a link. */
    public record Opened(int status, String contentType, String disposition, String body) {}

    protected abstract MediaStore store();

    /** Opens a link as a browser does. */
    protected abstract Opened open(URI link);

    @Test
    void linksToWhatWasStored() {
        store().put(key, "image/png", file("the picture"));

        Opened opened = open(store().link(key, LIFETIME, null));

        assertThat(opened).isEqualTo(new Opened(200, "image/png", "", "the picture"));
    }

    @Test
    void makesADownloadOfALinkWithAFileName() {
        store().put(key, "image/png", file("the picture"));

        Opened opened = open(store().link(key, LIFETIME, "halftone-01234567.png"));

        assertThat(opened.disposition())
                .isEqualTo("attachment; filename=\"halftone-01234567.png\"");
    }

    @Test
    void keepsWhatWasStoredFirst() {
        store().put(key, "image/png", file("the picture"));

        store().put(key, "image/png", file("another picture"));

        assertThat(open(store().link(key, LIFETIME, null)).body()).isEqualTo("the picture");
    }

    /** A lost reply turns a yes into a no, never a no into a yes: one yes of several will do. */
    @Test
    void saysWhetherTheKeyWasFree() {
        assertThat(putEach("the picture")).contains(true);
        assertThat(putEach("another picture")).containsOnly(false);
    }

    private List<Boolean> putEach(String content) {
        return IntStream.range(0, 4)
                .mapToObj(index -> ObjectKey.result(person.user(), work, index, MediaType.PNG))
                .map(each -> store().put(each, "image/png", file(content)))
                .toList();
    }

    @Test
    void givesBackWhatWasStored() throws IOException {
        store().put(key, "image/png", file("the picture"));
        Path target = file("something longer that was here before");

        assertThat(store().fetch(key, target)).isTrue();

        assertThat(target).hasContent("the picture");
    }

    @Test
    void saysThatNothingIsStored() {
        assertThat(store().fetch(key, file("untouched"))).isFalse();
    }

    @Test
    void storesOnceHoweverManyStoreAtOnce() {
        Path file = file("the picture");

        List<Boolean> stored =
                Race.run(
                        8,
                        _ -> {
                            store().put(key, "image/png", file);
                            return true;
                        });

        assertThat(stored).containsOnly(true);
        assertThat(open(store().link(key, LIFETIME, null)).body()).isEqualTo("the picture");
    }

    /** Asked again it is no error: the first answer may have been lost. */
    @Test
    void removesWhatWasStoredAndFreesTheKey() {
        store().put(key, "image/png", file("the picture"));

        store().remove(key);
        store().remove(key);

        assertThat(open(store().link(key, LIFETIME, null)).status()).isEqualTo(404);

        // Not by its answer: a repetition of a lost reply finds what the first attempt stored.
        store().put(key, "image/png", file("another picture"));
        assertThat(open(store().link(key, LIFETIME, null)).body()).isEqualTo("another picture");
    }

    @Test
    void linksToNothingWhereNothingIs() {
        assertThat(open(store().link(key, LIFETIME, null)).status()).isEqualTo(404);
    }

    private Path file(String content) {
        try {
            Path file = Files.createTempFile(folder, "result", ".png");
            return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
