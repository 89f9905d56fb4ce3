package dev.halftone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.verify.Program.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects: no file makes the program fail otherwise than in a sentence. */
class UnusableFileTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n\n\n",
                "halftone-statement 2\n",
                "halftone-statement 1",
                "halftone-roots 1\n",
                "<!doctype html>",
                "\u0000\u0000\u0000"
            })
    void endsWithTwoForWhatIsNoStatement(String text) {
        Verdict verdict = Program.check(text.getBytes(StandardCharsets.UTF_8), null);

        assertThat(verdict.words()).doesNotContain("Exception", "at java");
        assertThat(verdict.code()).isBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line 99999999999999999999 x y",
                "line -1 x {}",
                "line 1 x {\"key\":\"\u001b[31m\"}",
                "proof 1 " + "0" + " L",
                "root a b {}",
                "checkpoint a b {}",
                "key a b",
                "key 0123456789abcdef ====",
                "",
                " ",
                "line"
            })
    void namesWhateverARecordMayHold(String record) {
        byte[] file = Paper.file(List.of("halftone-statement 1", "account a", record));

        Verdict verdict = Program.check(file, null);

        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verdict.words()).doesNotContain("Exception", "\u001b");
    }

    /** Long strings of quotes and braces must not cost a stack, nor an hour. */
    @Test
    void readsAbsurdlyLongLines() {
        String hostile =
                "{\"at\":\""
                        + "\\\"".repeat(1_000_000)
                        + "\",\"legs\":{"
                        + "\"A\":1,".repeat(100_000);
        byte[] file =
                Paper.file(List.of("halftone-statement 1", "account a", "line 1 x " + hostile));

        assertThat(Program.check(file, null).code()).isEqualTo(1);
    }

    @Test
    void saysNoMoreThanSomebodyReads() {
        byte[] file = new byte[2_000_000];
        new Random(7).nextBytes(file);
        byte[] first = "halftone-statement 1\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(first, 0, file, 0, first.length);

        assertThat(Program.check(file, null).lines()).hasSizeLessThan(30);
    }

    /** As people run it: by the source file, with whichever JDK runs this test. */
    @Test
    void runsFromItsSourceFileAlone() throws Exception {
        Paper paper = new Paper(4, 4);
        Path statement = Files.write(folder.resolve("s.txt"), Paper.file(paper.statement()));
        Path roots = Files.write(folder.resolve("r.txt"), Paper.file(paper.roots()));

        assertThat(runs(statement.toString(), roots.toString()).code()).isZero();
    }

    @Test
    void endsWithTwoForAFileThatIsNotThere() throws Exception {
        Verdict verdict = runs(folder.resolve("none.txt").toString());

        assertThat(verdict.code()).isEqualTo(2);
        assertThat(verdict.words()).contains("none.txt: cannot be read").hasLineCount(1);
    }

    private static Verdict runs(String... files) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                Program.SOURCE.toString()));
        command.addAll(List.of(files));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), words);
    }
}
