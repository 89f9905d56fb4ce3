package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.ResultDownload.Outcome;
import dev.halftone.providers.ScriptedServer.Answer;
import dev.halftone.providers.ScriptedServer.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: a result is copied whole or not at all, and no address that a provider names leads to a
 * place that is not public. Method: hostile addresses with a stub resolver that fails the test when
 * it is asked for what should never be looked up, and a server that misbehaves.
 */
class HttpResultDownloadTest {

    private static final URI FAL = URI.create("https://queue.fal.run");
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final long BYTES_MAX = 1000;

    @TempDir private Path folder;
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fal.media/a.png",
                "ftp://fal.media/a.png",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "https:///a.png",
                "https://fal.media:8443/a.png",
                "https://fal.media:80/a.png",
                "https://user@fal.media/a.png",
                "https://user:password@fal.media/a.png",
                "https://fal.media@127.0.0.1/a.png",
                "https://127.0.0.1/a.png",
                "https://127.1/a.png",
                "https://2130706433/a.png",
                "https://0x7f000001/a.png",
                "https://0177.0.0.1/a.png",
                "https://0/a.png",
                "https://[::1]/a.png",
                "https://[::ffff:127.0.0.1]/a.png",
                "https://[fe80::1%25eth0]/a.png",
                "https://169.254.169.254/latest/meta-data",
                "https://8.8.8.8/a.png",
                "https://localhost/a.png",
                "https://fal.media./a.png",
                "https://intern/a.png",
                "https://FAL.MEDIA/a.png"
            })
    void looksNothingUpForAnAddressThatIsNoPlainHttpsName(String address) {
        List<String> asked = new ArrayList<>();
        ResultDownload download = new HttpResultDownload(List.of(FAL), recordingIn(asked), PATIENT);

        assertThat(download(download, URI.create(address))).isInstanceOf(Outcome.Unusable.class);
        assertThat(asked).isEmpty();
    }

    private static HttpResultDownload.Lookup recordingIn(List<String> asked) {
        return host -> {
            asked.add(host);
            return new InetAddress[0];
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.8",
                "100.64.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "::1",
                "::",
                "::ffff:169.254.169.254",
                "::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "fd00:ec2::254",
                "fe80::1"
            })
    void refusesANameThatLeadsInward(String address) throws UnknownHostException {
        InetAddress inward = InetAddress.getByName(address);
        InetAddress outward = InetAddress.getByName("8.8.8.8");

        assertThat(downloadFrom(inward)).isEqualTo(new Outcome.Unusable("not a public host"));
        assertThat(downloadFrom(outward, inward))
                .isEqualTo(new Outcome.Unusable("not a public host"));
        assertThat(downloadFrom()).isEqualTo(new Outcome.Unusable("not a public host"));
    }

    private Outcome downloadFrom(InetAddress... addresses) {
        ResultDownload download = new HttpResultDownload(List.of(FAL), _ -> addresses, PATIENT);
        return download(download, URI.create("https://fal.media/a.png"));
    }

    @Test
    void refusesAnUnknownName() {
        ResultDownload download =
                new HttpResultDownload(
                        List.of(FAL),
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        PATIENT);

        assertThat(download(download, URI.create("https://fal.media/a.png")))
                .isEqualTo(new Outcome.NotCopied("unknown host"));
    }

    @Test
    void reachesThisMachineOnlyForAProviderOnThisMachine() {
        server.on("GET", "/a.png", Answer.of(200, "picture"));
        URI here = server.base().resolve("/a.png");

        assertThat(download(new HttpResultDownload(List.of(FAL)), here))
                .isInstanceOf(Outcome.Unusable.class);
        assertThat(server.calls()).isEmpty();
        assertThat(download(new HttpResultDownload(List.of(server.base())), here))
                .isEqualTo(new Outcome.Copied(7));
    }

    @Test
    void copiesOverWhatWasThere() throws IOException {
        Files.writeString(target(), "an older and longer file");

        Outcome outcome = downloadHere(Answer.of(200, "picture"));

        assertThat(outcome).isEqualTo(new Outcome.Copied(7));
        assertThat(target()).hasContent("picture");
    }

    @Test
    void copiesNothingThatIsCutShort() {
        assertThat(downloadHere(Answer.ending(Ending.CUT_WITHIN_BODY, "half a pic")))
                .isInstanceOf(Outcome.NotCopied.class);
        assertThat(downloadHere(Answer.ending(Ending.CUT_BEFORE_ANSWER, "")))
                .isInstanceOf(Outcome.NotCopied.class);
    }

    @Test
    void copiesNothingThatIsTooLarge() throws IOException {
        Outcome outcome = downloadHere(Answer.of(200, "x".repeat((int) BYTES_MAX + 1)));

        assertThat(outcome).isEqualTo(new Outcome.Unusable("too large"));
        assertThat(!Files.exists(target()) || Files.size(target()) <= BYTES_MAX).isTrue();
        assertThat(downloadHere(Answer.of(200, "x".repeat((int) BYTES_MAX))))
                .isEqualTo(new Outcome.Copied(BYTES_MAX));
    }

    @Test
    void stopsReadingWhatWasNotAnnounced() {
        assertThat(downloadHere(Answer.ending(Ending.ENDLESS_BODY, "x".repeat(100))))
                .isEqualTo(new Outcome.Unusable("too large"));
    }

    @Test
    void followsNoRedirect() {
        Answer redirect = Answer.of(302, "").with("Location", server.base() + "/inward.png");

        assertThat(downloadHere(redirect)).isEqualTo(new Outcome.Unusable("answered 302"));
        assertThat(server.calls()).hasSize(1);
    }

    /** What is gone stays gone; what is down comes back. */
    @Test
    void tellsAResultThatIsGoneFromAServerThatIsDown() {
        for (int code : List.of(401, 403, 404, 410)) {
            assertThat(downloadHere(Answer.of(code, "gone")))
                    .isEqualTo(new Outcome.Expired("answered " + code));
        }
        assertThat(downloadHere(Answer.of(400, "no")))
                .isEqualTo(new Outcome.Unusable("answered 400"));
        for (int code : List.of(408, 425, 429, 500, 502, 503)) {
            assertThat(downloadHere(Answer.of(code, "down")))
                    .isEqualTo(new Outcome.NotCopied("answered " + code));
        }
    }

    @Test
    void doesNotWaitForever() {
        assertThat(downloadHere(Answer.ending(Ending.NEVER, ""), SHORT))
                .isEqualTo(new Outcome.NotCopied("not copied in time"));
    }

    @Test
    void neverRepeatsTheAddress() {
        server.close();

        assertThat(
                        download(
                                        new HttpResultDownload(List.of(server.base())),
                                        server.base().resolve("/secret.png"))
                                .toString())
                .doesNotContain("secret")
                .doesNotContain("127.0.0.1");
    }

    private Outcome downloadHere(Answer answer) {
        return downloadHere(answer, PATIENT);
    }

    private Outcome downloadHere(Answer answer, Duration copyTimeout) {
        server.on("GET", "/a.png", answer);
        return download(
                new HttpResultDownload(
                        List.of(server.base()), InetAddress::getAllByName, copyTimeout),
                server.base().resolve("/a.png"));
    }

    private Outcome download(ResultDownload download, URI location) {
        return download.download(new ProviderMedia(location, "image/png"), target(), BYTES_MAX);
    }

    private Path target() {
        return folder.resolve("result.png");
    }
}
