package dev.halftone.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Protects: the operator's comparison takes the same failures to be billed as the margin does. */
class BilledFailuresTest {
    private static final Path PROGRAM = Path.of("../../../infra/operate/CompareUsage.java");

    @Test
    void areTheSameInTheComparisonOfUsage() throws IOException {
        String listed = Files.readString(PROGRAM).split("BILLED_FAILURES =", 2)[1].split(";", 2)[0];
        List<String> billed =
                Arrays.stream(FailureReason.values())
                        .filter(FailureReason::isBilled)
                        .map(FailureReason::code)
                        .toList();

        assertThat(Pattern.compile("[a-z]+(_[a-z]+)*(?=\")").matcher(listed).results())
                .extracting(MatchResult::group)
                .containsExactlyInAnyOrderElementsOf(billed);
    }
}
