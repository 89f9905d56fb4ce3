package dev.halftone.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.ResultDownload.Outcome;
import dev.halftone.providers.Recordings;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.ScriptedServer.Ending;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a film comes out of the answer that brings it whole, or it is said why not. */
class VeoDownloadTest {

    private static final Recordings RECORDED = new Recordings("google");
    private static final String MODEL = "veo-3.1-generate-001";
    private static final String PATH =
            "/v1/projects/project-1/locations/us-central1/publishers/google/models/"
                    + MODEL
                    + ":fetchPredictOperation";
    private static final ProviderMedia FILM =
            new ProviderMedia(URI.create("vertex-veo:" + MODEL + "/operation-1"), "video/mp4");
    private static final byte[] BYTES = new byte[2_000_000];
    private static final ResultDownload OTHERS = (_, _, _) -> new Outcome.Expired("by others");

    static {
        new Random(1).nextBytes(BYTES);
    }

    private final ScriptedServer server = new ScriptedServer();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesTheFilmOutOfTheAnswer() {
        answers(Answer.of(200, film()));

        assertThat(download(BYTES.length)).isEqualTo(new Outcome.Copied(BYTES.length));
        assertThat(folder.resolve("film")).hasBinaryContent(BYTES);
        assertThat(server.calls().getLast().body()).contains("/operations/operation-1\"");
    }

    @Test
    void refusesAFilmThatIsLargerThanAnythingStored() {
        answers(Answer.of(200, film()));

        assertThat(download(BYTES.length - 1)).isEqualTo(new Outcome.Unusable("too large"));
    }

    @ParameterizedTest
    @CsvSource({
        "404, error-not-found, Expired",
        "429, error-quota, NotCopied",
        "401, error-unauthenticated, NotCopied",
        "403, error-permission, NotCopied",
        "500, error-internal, NotCopied",
        "200, veo-filtered, Unusable",
        "200, veo-empty, Unusable"
    })
    void tellsALaterAttemptFromNoFilm(int code, String name, String outcome) {
        answers(Answer.of(code, RECORDED.text(name)));

        assertThat(download(BYTES.length).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT_WITHIN_BODY", "CUT_BEFORE_ANSWER"})
    void comesAgainForAFilmThatBrokeOff(Ending ending) {
        answers(Answer.ending(ending, film().substring(0, film().length() / 2)));

        assertThat(download(BYTES.length)).isInstanceOf(Outcome.NotCopied.class);
    }

    @Test
    void waitsForASilentProviderOnlySoLong() {
        answers(Answer.ending(Ending.NEVER, ""));
        ResultDownload hurried = at(this::credential, Duration.ofMillis(700));

        assertThat(hurried.download(FILM, folder.resolve("film"), BYTES.length))
                .isInstanceOf(Outcome.NotCopied.class);
    }

    @Test
    void asksNobodyWithoutACredential() {
        ResultDownload nobody =
                at(
                        () -> {
                            throw new PermanentFailure("ssm", "no parameter");
                        },
                        Duration.ofSeconds(30));

        assertThat(nobody.download(FILM, folder.resolve("film"), BYTES.length))
                .isEqualTo(new Outcome.NotCopied("not asked, for want of ssm"));
        assertThat(server.calls()).isEmpty();
    }

    /** Whatever address another provider names: nothing is asked at Google for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/film.mp4",
                "vertex-veo://example.org/film",
                "vertex-veo:model/a/b",
                "vertex-veo:model/..",
                "vertex-veo:film",
                "vertex:model/operation-1"
            })
    void leavesEverythingElseToOthers(String address) {
        ProviderMedia media = new ProviderMedia(URI.create(address), "video/mp4");

        assertThat(
                        at(this::credential, Duration.ofSeconds(30))
                                .download(media, folder.resolve("film"), BYTES.length))
                .isEqualTo(new Outcome.Expired("by others"));
        assertThat(server.calls()).isEmpty();
    }

    private static String film() {
        return RECORDED.text("veo-done").replace("FILM", Base64.getEncoder().encodeToString(BYTES));
    }

    private void answers(Answer answer) {
        server.on(
                "POST",
                "/token",
                Answer.of(200, "{\"access_token\":\"token\",\"expires_in\":3599}"));
        server.on("POST", PATH, answer);
    }

    private SecretText credential() {
        return Credentials.serviceAccount(server.base().resolve("/token"));
    }

    private Outcome download(long bytesMax) {
        return at(this::credential, Duration.ofSeconds(30))
                .download(FILM, folder.resolve("film"), bytesMax);
    }

    private ResultDownload at(Supplier<SecretText> credential, Duration timeout) {
        return VeoProvider.download(
                VertexAccess.of(
                        VeoProvider.NAME,
                        server.base(),
                        "us-central1",
                        new VertexProvider.Identity(credential, Credentials.ROLE),
                        () -> URI.create("http://localhost:8080"),
                        new MutableClock(Samples.NOW)),
                timeout,
                OTHERS);
    }
}
