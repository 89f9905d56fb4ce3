package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.Program.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: there is no byte in a statement that could be another, and no line that could be gone,
 * twice or elsewhere, without the program naming it. Not a sample: each of them, one after another.
 */
class EveryByteTest {
    private static final int HEAD = 3;
    private static final int LINES = 20;

    private static final Program WHOLE = Program.compiled(source -> source);

    private final Paper paper = new Paper(LINES, LINES - 2);
    private final List<String> records = paper.statement();

    /** The lowest bit turns each hex digit and word into another, 0x20 is the case of letters. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80})
    void namesEverySingleByteThatWasFlipped(int mask) {
        assertThat(unnamed(WHOLE, records, mask)).isEmpty();
    }

    @Test
    void namesEverySingleByteThatWasFlippedAfterACheckpoint() {
        assertThat(unnamed(WHOLE, new Paper(8, 8).statementAfter(5), 0x01)).isEmpty();
    }

    /** A base64 text ends in bits that nobody reads: these masks change the last letter to such. */
    @ParameterizedTest
    @ValueSource(ints = {0x02, 0x03, 0x0f})
    void namesEveryFlippedByteOfKeysAndSignatures(int mask) {
        assertThat(unnamed(WHOLE, new Paper(1, 1).statement(), mask)).isEmpty();
    }

    @Test
    void wouldMissAByteInAProgramThatReadsBase64AsUsual() {
        List<String> one = new Paper(1, 1).statement();
        Program lax =
                Program.compiled(
                        source ->
                                source.replace(
                                        ".encodeToString(bytes).equals(text)",
                                        ".encodeToString(bytes) != null"));

        assertThat(IntStream.of(0x02, 0x03, 0x0f).boxed().map(mask -> unnamed(lax, one, mask)))
                .anyMatch(missed -> !missed.isEmpty());
    }

    @Test
    void namesEveryLineThatWasDropped() {
        // The last one of those that no root covers yet could be one that never was.
        for (int line = 1; line < LINES; line++) {
            List<String> tampered = new ArrayList<>(records);
            tampered.remove(HEAD + line - 1);

            assertThat(check(tampered)).contains("lines " + line + " to " + line + " are missing");
        }
    }

    @Test
    void namesEveryLineThatWasDoubled() {
        for (int line = 1; line <= LINES; line++) {
            List<String> tampered = new ArrayList<>(records);
            tampered.add(HEAD + line, tampered.get(HEAD + line - 1));

            assertThat(check(tampered))
                    .contains(", line " + line + " (")
                    .contains(": doubled, inserted or out of order");
        }
    }

    @Test
    void namesEveryPairOfLinesThatWereSwapped() {
        for (int one = 1; one <= LINES; one++) {
            for (int other = one + 1; other <= LINES; other++) {
                List<String> tampered = new ArrayList<>(records);
                Collections.swap(tampered, HEAD + one - 1, HEAD + other - 1);

                assertThat(check(tampered))
                        .contains(", line " + one + " (")
                        .contains(": doubled, inserted or out of order");
            }
        }
    }

    private static List<String> unnamed(Program program, List<String> records, int mask) {
        byte[] file = Paper.file(records);
        List<Integer> recordOf = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            int bytes = Sealed.utf8(records.get(i)).length + 1;
            recordOf.addAll(Collections.nCopies(bytes, i));
        }
        assertThat(recordOf).hasSize(file.length);
        return IntStream.range(0, file.length)
                .parallel()
                .filter(at -> !isNamed(program, file, at, mask, records, recordOf.get(at)))
                .mapToObj(at -> "byte " + at + " of " + records.get(recordOf.get(at)))
                .toList();
    }

    private static boolean isNamed(
            Program program, byte[] file, int at, int mask, List<String> records, int index) {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) mask;
        Verdict verdict = program.verdict(flipped, null);
        String word = records.get(index).split(" ", 2)[0];
        String named = "record " + (index + 1) + "(,|:).*|.*\\b" + word + "\\b.*:.*";
        return verdict.code() != 0
                && verdict.lines().stream().anyMatch(line -> line.matches(named));
    }

    private static String check(List<String> tampered) {
        Verdict verdict = Program.check(Paper.file(tampered), null);
        assertThat(verdict.code()).isEqualTo(1);
        return verdict.words();
    }
}
