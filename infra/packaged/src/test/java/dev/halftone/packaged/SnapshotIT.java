package dev.halftone.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SigningKey;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Protects: a snapshot is warm, empty of secrets and chance, and lives in the time it wakes up. */
class SnapshotIT {
    /** After which Lambda gives up. */
    private static final Duration RESTORE_MAX = Duration.ofSeconds(10);

    private final PackagedStudio studio = PackagedStudio.get();
    private final AtSnapshot atSnapshot = studio.atSnapshot();

    static Set<String> functions() {
        return PackagedStudio.get().functions();
    }

    // Without a property of the JVM, hooks are skipped and nobody notices but slow requests.
    @ParameterizedTest
    @MethodSource("functions")
    void primesTheWholePathBeforeTheSnapshot(String function) {
        assertThat(atSnapshot.logs().get(function))
                .contains("Primed for the snapshot")
                .doesNotContain("Priming incomplete")
                .doesNotContain("\"level\":\"ERROR\"");
    }

    @Test
    void primingWritesNoRowAndSendsNoMessage() {
        assertThat(atSnapshot.contents()).hasSizeGreaterThan(4).values().containsOnly(0);
    }

    // The providers were not even running, and priming was complete all the same.
    @Test
    void primingAsksForNoParameter() {
        assertThat(atSnapshot.asked()).isEmpty();
        assertThat(studio.parameters().asked()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aSnapshotHoldsNoSecret(String function) {
        SnapshotHeap heap = new SnapshotHeap(Known.in(atSnapshot.heaps(), function));

        assertThat(heap.holds(studio.secretsAtSnapshot().values())).isEmpty();
        // Method: what certainly is in it is found in the same way.
        assertThat(heap.holds(List.of(function))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aSnapshotHoldsNothingDrawnOrDated(String function) {
        SnapshotHeap heap = new SnapshotHeap(Known.in(atSnapshot.heaps(), function));

        assertThat(heap.captured(studio.started())).isEmpty();
    }

    @Test
    void aSecretThatWasRotatedSinceTheSnapshotIsUsedAsItIsNow() {
        String quote =
                new HttpAnswer(Known.in(studio.visit().answers(), "generation-submit/quote"))
                        .json()
                        .get("quote")
                        .asString();
        String key = studio.parameterName("generation-submit", "SIGNING_KEY_PARAMETER");

        assertThat(tokens(Known.in(studio.secrets(), key)).read(quote)).isPresent();
        assertThat(tokens(Known.in(studio.secretsAtSnapshot(), key)).read(quote)).isEmpty();
    }

    // A function that kept the time of its start would still let this session in.
    @Test
    void aSessionThatEndedSinceTheSnapshotHasEnded() {
        HttpEvent history =
                HttpEvent.read("studio", "history")
                        .cookie("__Host-session", atSnapshot.expiring().cookieValue());

        String answer = studio.process("studio").invoke(history.bytes());

        assertThat(new HttpAnswer(JsonMapper.shared().readTree(answer)).status()).isEqualTo(401);
    }

    @Test
    void twoEnvironmentsDrawDifferentValues() {
        byte[] start = HttpEvent.read("sign-in", "start").bytes();

        String answer = studio.process("sign-in").invoke(start);
        String repeated = studio.process("sign-in").invoke(start);
        String elsewhere = studio.process(PackagedStudio.OTHER_SIGN_IN).invoke(start);

        assertThat(Captured.in(answer, repeated, elsewhere)).isEmpty();
        assertThat(Captured.drawn(elsewhere)).isNotEmpty().isNotEqualTo(Captured.drawn(answer));
    }

    @Test
    void goesOnFromTheSnapshotBeforeLambdaGivesUp() throws IOException {
        Files.writeString(Path.of("target", "snapstart.txt"), report());

        assertThat(studio.restores()).hasSize(functions().size() + 1);
        assertThat(studio.restores().values()).allMatch(each -> each.compareTo(RESTORE_MAX) < 0);
    }

    /** Figures for people to read; nothing fails because a machine is slow. */
    private String report() {
        List<String> lines = new ArrayList<>();
        studio.restores()
                .forEach(
                        (name, each) ->
                                lines.add(name + " restored in " + each.toMillis() + " ms"));
        for (Map.Entry<String, Duration> each : studio.visit().durations().entrySet()) {
            lines.add(each.getKey() + " answered in " + each.getValue().toMillis() + " ms");
        }
        return String.join("\n", lines) + "\n";
    }

    private static QuoteTokens tokens(String key) {
        return new QuoteTokens(() -> SigningKey.ofBase64(key));
    }
}
