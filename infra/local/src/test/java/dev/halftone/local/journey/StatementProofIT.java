package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Protects: what a person takes away is checked by a program that has nothing of ours, and the
 * program would tell if it were not as it was sealed.
 */
class StatementProofIT {

    private static final String PROOF = "/v1/account/statement/proof";
    private static final String ROOTS = "/v1/ledger/roots";
    // A welcome, a picture that was charged, and one that was refused and came back.
    private static final int LINES = 5;

    @TempDir private Path folder;

    /** How a program ended, and what it said. */
    private record Verdict(int code, String words) {}

    @Test
    void provesTheLinesOfAPictureAndOfARefundAndNamesTheOneThatIsChanged() throws Exception {
        Visitor visitor = Visitor.welcomed();
        JsonNode picture = visitor.generate("A lighthouse", "1:1", "1K");
        JsonNode refused = visitor.generate("A quiet street [moderation]", "1:1", "1K");
        byte[] statement = sealedAndSigned(visitor);

        Verdict verdict = verify(statement, visitor.file(ROOTS));

        assertThat(verdict.words())
                .startsWith("Proved: lines 1 to " + LINES + " of account acc_")
                .contains("AVAILABLE=21", "GIVEN=-25", "USED=4");
        assertThat(verdict.code()).isZero();
        String text = new String(statement, StandardCharsets.UTF_8);
        assertThat(text).contains(id(picture), id(refused));
        Verdict changed = verify(flipped(statement, "VOID#" + id(refused)), visitor.file(ROOTS));
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.words()).contains("line " + LINES + " (").contains("changed");
    }

    /** The stream brings the lines, the schedule has their chains signed. */
    private static byte[] sealedAndSigned(Visitor visitor) {
        RunningStudio.until("sealed", () -> records(visitor, "line ") == LINES);
        RunningStudio.halftone().sign();
        RunningStudio.until(
                "signed",
                () ->
                        new String(visitor.file(PROOF), StandardCharsets.UTF_8)
                                .contains("\nproof " + LINES + " "));
        return visitor.file(PROOF);
    }

    private static long records(Visitor visitor, String word) {
        return new String(visitor.file(PROOF), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(word))
                .count();
    }

    /** The last letter of these words becomes another. */
    private static byte[] flipped(byte[] statement, String words) {
        byte[] changed = statement.clone();
        int at = new String(statement, StandardCharsets.ISO_8859_1).indexOf(words);
        assertThat(at).isPositive();
        changed[at + words.length() - 1] ^= 1;
        return changed;
    }

    private static String id(JsonNode generation) {
        return generation.get("id").asString();
    }

    private Verdict verify(byte[] statement, byte[] roots)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = EventFile.repository().resolve("infra/verify/VerifyStatement.java");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        java.toString(),
                                        program.toString(),
                                        Files.write(folder.resolve("s.txt"), statement).toString(),
                                        Files.write(folder.resolve("r.txt"), roots).toString()))
                        .redirectErrorStream(true)
                        .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), words);
    }
}
