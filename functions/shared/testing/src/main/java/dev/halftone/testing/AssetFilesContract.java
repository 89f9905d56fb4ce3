package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.AssetFiles;
import dev.halftone.core.asset.AssetId;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.asset.AssetType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link AssetFiles} does. */
public abstract class AssetFilesContract {

    private final Person person = Person.fresh();
    private final AssetId id = AssetSamples.id(person.user(), 1);
    protected final AssetKey quarantine = AssetKey.quarantine(id);
    private final AssetKey kept = AssetKey.original(person.user(), id, AssetType.PNG);

    @TempDir private Path folder;

    protected abstract AssetFiles files();

    @Test
    void saysHowMuchLiesThere() {
        assertThat(files().size(kept)).isEmpty();

        put("the picture");

        assertThat(files().size(kept)).contains(11L);
    }

    @Test
    void readsPartsUpToTheEnd() {
        put("the picture");

        assertThat(text(files().read(kept, 4, 3))).isEqualTo("pic");
        assertThat(text(files().read(kept, 8, 100))).isEqualTo("ure");
    }

    @Test
    void givesBackWhatWasStored() throws IOException {
        put("the picture");
        Path target = file("something longer that was here before");

        assertThat(files().fetch(kept, target)).isTrue();
        assertThat(target).hasContent("the picture");
        assertThat(files().fetch(quarantine, target)).isFalse();
    }

    /** A second try after a crash stores what the first one would have. */
    @Test
    void storesInThePlaceOfWhatWasThere() {
        put("half a pict");

        put("the picture");

        assertThat(text(files().read(kept, 0, 100))).isEqualTo("the picture");
    }

    @Test
    void removesOnceAndForAll() {
        put("the picture");

        files().remove(kept);
        files().remove(kept);

        assertThat(files().size(kept)).isEmpty();
    }

    @Test
    void keepsAnAddressUntilItIsRemoved() {
        assertThat(files().address(id)).isEmpty();

        files().putAddress(id, "https://example.org/a?b=ü");
        assertThat(files().address(id)).contains("https://example.org/a?b=ü");

        files().remove(AssetKey.address(id));
        assertThat(files().address(id)).isEmpty();
    }

    private void put(String content) {
        try {
            files().put(kept, "image/png", file(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "asset", null), content);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
