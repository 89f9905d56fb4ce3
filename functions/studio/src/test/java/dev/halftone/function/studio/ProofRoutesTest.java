package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: a person takes away what proves their lines, and nobody else's. */
class ProofRoutesTest {
    private static final Pattern NEXT = Pattern.compile("<(/[^?]+)\\?(after=\\d+)>; rel=\"next\"");

    private final Library library = new Library();

    @BeforeEach
    void settle() {
        library.grant(1, 25);
        library.delivered(1, 1, 4);
        library.delivered(2, 1, 4);
        library.grant(2, 7);
        library.seal(1);
        library.seal(2);
    }

    @Test
    void givesEveryLineWithRootAndProof() {
        List<HttpAnswer> pieces = pieces(library.event(1, "proof"));

        assertThat(words(pieces))
                .containsExactly(
                        "halftone-statement",
                        "account",
                        "key",
                        "line",
                        "line",
                        "line",
                        "line",
                        "line",
                        "root",
                        "proof");
        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst().body()).contains("account " + Samples.accountId(1) + "\n");
    }

    @Test
    void givesAFileToKeep() {
        HttpAnswer answer = library.call(library.event(1, "proof"));

        assertThat(answer.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.header("content-disposition"))
                .isEqualTo("attachment; filename=\"halftone-statement.txt\"");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void givesTheRootsToEverybodyAndNothingOfAnyAccount() {
        List<HttpAnswer> pieces = pieces(HttpEvent.read("studio", "roots").withoutCookies());

        assertThat(words(pieces)).containsExactly("halftone-roots", "key", "root", "root");
        assertThat(pieces).noneMatch(piece -> piece.body().contains("acc_"));
        assertThat(pieces).allMatch(piece -> piece.header("cache-control").startsWith("public"));
    }

    /** Whoever names another account, user or number still gets their own. */
    @ParameterizedTest
    @ValueSource(strings = {"", "account=ACCOUNT", "user=USER", "after=1"})
    void givesNobodyElsesLines(String query) {
        String named =
                query.replace("ACCOUNT", Samples.accountId(1).value())
                        .replace("USER", Samples.userId(1).value());

        String body = library.call(library.event(2, "proof").query(named)).body();

        assertThat(body)
                .doesNotContain(Samples.accountId(1).value())
                .doesNotContain(Samples.generationId(1).value());
    }

    @Test
    void givesAnEmptyStatementToWhoNeverHadACredit() {
        HttpAnswer answer = library.call(library.event(3, "proof"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(words(List.of(answer))).startsWith("halftone-statement", "account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1e3", "01", "99999999999999999999", "1%0A"})
    void namesTheNumberThatIsNone(String after) {
        for (HttpEvent event :
                List.of(library.event(1, "proof"), HttpEvent.read("studio", "roots"))) {
            HttpAnswer answer = library.call(event.query("after=" + after));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("invalid_after");
            assertThat(answer.json().get("field").asString()).isEqualTo("after");
        }
    }

    private List<HttpAnswer> pieces(HttpEvent event) {
        List<HttpAnswer> pieces = new ArrayList<>();
        String query = "after=0";
        while (!query.isEmpty()) {
            HttpAnswer piece = library.call(event.query(query));
            pieces.add(piece);
            Matcher next = NEXT.matcher(piece.header("link"));
            query = next.matches() ? next.group(2) : "";
        }
        return pieces;
    }

    private static List<String> words(List<HttpAnswer> pieces) {
        return pieces.stream()
                .flatMap(piece -> piece.body().lines())
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }
}
