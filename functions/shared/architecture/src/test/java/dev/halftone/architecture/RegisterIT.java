package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

// Protects the word "held": a promise counts only where its test ran and passed in this very run.
// Runs last, after the other tests of this module and of every module before it.
final class RegisterIT {
    /** Families of promises with their first sizes; new promises may follow, none may go. */
    private static final String PROMISED_ONCE =
            "A16 B27 C16 D10 E11 F18 G15 H18 I11 J9 K10 L10 M6 N6 O9 P4 Q7 R27 X15";

    private static final String OPERATIONS = "R-a R-b R-c R-d R-e R-f R-g";

    /** Lowered with every promise that is closed, never raised. */
    private static final int OPEN_AT_MOST = 111;

    @Test
    void everyPromiseOfThisLaneIsHeldByATestThatRanAndPassed() {
        Register register = Register.read(Repository.file("infra/promises.yaml"));
        String run = System.getProperty("halftone.run", "none: start it through mvnw");
        RegisterRules rules =
                new RegisterRules(
                        register,
                        System.getProperty("halftone.lane", ""),
                        TestReports.of(Repository.root(), run));

        assertThat(rules.violations(promisedOnce(), OPEN_AT_MOST)).isEmpty();
    }

    private static List<String> promisedOnce() {
        Stream<String> numbered =
                Pattern.compile("([A-Z])(\\d+)")
                        .matcher(PROMISED_ONCE)
                        .results()
                        .flatMap(
                                family ->
                                        IntStream.rangeClosed(1, Integer.parseInt(family.group(2)))
                                                .mapToObj(n -> family.group(1) + n));
        return Stream.concat(numbered, Stream.of(OPERATIONS.split(" "))).toList();
    }
}
