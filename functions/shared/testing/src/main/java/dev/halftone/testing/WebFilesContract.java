package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.asset.WebFiles;
import dev.halftone.core.asset.WebFiles.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link WebFiles} does. */
public abstract class WebFilesContract {

    /** Long enough for any machine; nothing here waits for it. */
    protected static final Duration AMPLE = Duration.ofSeconds(20);

    protected static final URI PICTURE = URI.create("https://pictures.example.org/boat.png?size=1");
    protected static final int BYTES = 5_000;
    private static final InetAddress SOMEWHERE = InetAddress.ofLiteral("93.184.215.14");

    @TempDir private Path folder;
    protected Path target = Path.of("");

    @BeforeEach
    void makeATarget() throws IOException {
        target = Files.createTempFile(folder, "fetched", null);
    }

    protected abstract WebFiles web();

    /** Something of {@link #BYTES} bytes is at {@link #PICTURE}. */
    protected abstract byte[] servePicture();

    /** {@link #PICTURE} has moved there. */
    protected abstract void move(String location);

    @Test
    void storesAFileAsItIs() {
        byte[] picture = servePicture();

        assertThat(get(BYTES)).isEqualTo(new Answer.Stored(BYTES));
        assertThat(target).hasBinaryContent(picture);
    }

    // Protects: the limit is the last byte that is taken, not the last but one.
    @Test
    void takesNoByteMoreThanItMay() {
        servePicture();

        assertThat(get(BYTES - 1)).isEqualTo(new Answer.TooLarge());
    }

    // Protects: whoever redirects is not followed before the new address was judged.
    @Test
    void tellsOfARedirectAndDoesNotFollowIt() {
        move("http://169.254.169.254/latest/meta-data/");

        assertThat(get(BYTES))
                .isEqualTo(new Answer.Moved("http://169.254.169.254/latest/meta-data/"));
    }

    @Test
    void saysThatNothingIsThere() {
        assertThat(get(BYTES)).isEqualTo(new Answer.Missing());
    }

    private Answer get(long bytesMax) {
        return web().get(
                        new WebFiles.Request(PICTURE, List.of(SOMEWHERE), bytesMax, AMPLE), target);
    }
}
