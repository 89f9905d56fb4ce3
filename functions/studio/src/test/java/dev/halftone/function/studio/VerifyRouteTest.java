package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.mark.Origin;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: only what was marked here is called so, and nothing is said of anything else. */
class VerifyRouteTest {
    private static final Origin ORIGIN = new Origin("flux-dev", LocalDate.of(2026, 11, 2));
    private static final Pattern SIGNATURE = Pattern.compile("origin:signature=\"([^\"]+)\"");

    private final Library library = new Library();

    @TempDir private Path folder;
    private String content = "";
    private String signature = "";

    @BeforeEach
    void mark() throws IOException {
        Path source = folder.resolve("source.png");
        Path target = folder.resolve("target.png");
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", source.toFile());
        new MarkFile(Samples::signingKey).mark(source, ORIGIN, target);
        content = MarkFile.content(target).orElseThrow();
        Matcher found = SIGNATURE.matcher(Files.readString(target, StandardCharsets.ISO_8859_1));
        assertThat(found.find()).isTrue();
        signature = found.group(1);
    }

    @Test
    void knowsItsOwnMarkWithoutAnySignIn() {
        HttpAnswer answer = verify(content, "flux-dev", "2026-11-02", signature);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"madeHere\":true}");
    }

    @Test
    void doesNotTakeAMarkForAnotherFileModelOrDay() {
        requireUnknown(verify("0".repeat(64), "flux-dev", "2026-11-02", signature));
        requireUnknown(verify(content, "flux-pro", "2026-11-02", signature));
        requireUnknown(verify(content, "flux-dev", "2026-11-03", signature));
        requireUnknown(verify(content, "flux-dev", "2026-11-02", "AAAA"));
        requireUnknown(verify(content, "flux-dev", "2026-11-02", "%25%25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "content=00&model=flux-dev&day=2026-11-02",
                "content=%s&model=FLUX&day=2026-11-02",
                "content=%s&model=flux-dev&day=2026-13-02",
                "content=%s"
            })
    void refusesWhatCannotBeAMark(String query) {
        HttpAnswer answer = library.call(event(query.formatted(content)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("invalid_mark");
    }

    private static void requireUnknown(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"madeHere\":false}");
    }

    private HttpAnswer verify(String hash, String model, String day, String signed) {
        return library.call(
                event(
                        "content=%s&model=%s&day=%s&signature=%s"
                                .formatted(hash, model, day, signed)));
    }

    private static HttpEvent event(String query) {
        return HttpEvent.read("studio", "verify").query(query);
    }
}
