package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Protects the check itself: each way of keeping a promise on paper only is found by name.
final class RegisterRulesTest {
    private static final Register.Held HELD =
            new Register.Held("A1", "It holds.", "verify", List.of("x.LedgerTest#conserves"));
    private static final Register.Open OPEN = new Register.Open("A2", "It will hold.");

    @TempDir Path root;

    @BeforeEach
    void reportsOneTestThatPassed() throws IOException {
        report("now", "<testcase classname='x.LedgerTest' name='conserves'/>");
    }

    private void report(String run, String testcases) throws IOException {
        Path folder = root.resolve("functions/shared/core/target/surefire-reports");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("TEST-x.LedgerTest.xml"),
                "<testsuite><properties><property name='halftone.run' value='"
                        + run
                        + "'/></properties>"
                        + testcases
                        + "</testsuite>");
    }

    private List<String> violations(List<Register.Held> held, List<Register.Open> open) {
        return new RegisterRules(new Register(held, open), "verify", TestReports.of(root, "now"))
                .violations(List.of("A1", "A2"), 1);
    }

    @Test
    void acceptsAPromiseWhoseTestPassedInThisRun() {
        assertThat(violations(List.of(HELD), List.of(OPEN))).isEmpty();
    }

    @Test
    void findsATestThatDidNotRun() {
        Register.Held renamed =
                new Register.Held("A1", "It holds.", "verify", List.of("x.LedgerTest#renamed"));

        assertThat(violations(List.of(renamed), List.of(OPEN)))
                .containsExactly("A1: x.LedgerTest#renamed did not run");
    }

    @Test
    void findsATestThatOnlyAnEarlierRunPassed() throws IOException {
        report("yesterday", "<testcase classname='x.LedgerTest' name='conserves'/>");

        assertThat(violations(List.of(HELD), List.of(OPEN)))
                .containsExactly("A1: x.LedgerTest#conserves did not run");
    }

    @Test
    void findsATestThatPassedWithSomeArgumentsOnly() throws IOException {
        report(
                "now",
                """
                <testcase classname='x.LedgerTest' name='conserves(int)[1]'/>
                <testcase classname='x.LedgerTest' name='conserves(int)[2]'><failure/></testcase>
                """);

        assertThat(violations(List.of(HELD), List.of(OPEN)))
                .containsExactly("A1: x.LedgerTest#conserves did not pass");
    }

    @Test
    void findsATestThatWasSkipped() throws IOException {
        report("now", "<testcase classname='x.LedgerTest' name='conserves'><skipped/></testcase>");

        assertThat(violations(List.of(HELD), List.of(OPEN)))
                .containsExactly("A1: x.LedgerTest#conserves did not pass");
    }

    @Test
    void findsARemovedPromise() {
        Register.Open other = new Register.Open("A9", "Something else.");

        assertThat(violations(List.of(HELD), List.of(other)))
                .containsExactly("A2 was promised once and is gone");
    }

    @Test
    void findsAPromiseThatIsOpenAgain() {
        assertThat(violations(List.of(), List.of(OPEN, new Register.Open("A1", "It held."))))
                .containsExactly("2 promises are open, 1 were: that list shrinks");
    }

    @Test
    void findsALimitThatWasNotLowered() {
        Register.Held second =
                new Register.Held("A2", "It holds.", "verify", List.of("x.LedgerTest#conserves"));

        assertThat(violations(List.of(HELD, second), List.of()))
                .containsExactly("only 0 promises are open: lower the limit to this");
    }

    @Test
    void findsATestThatHoldsTooMuch() {
        List<Register.Held> four =
                List.of("A1", "A3", "A4", "A5").stream()
                        .map(id -> new Register.Held(id, "It holds.", "verify", HELD.tests()))
                        .toList();

        assertThat(violations(four, List.of(OPEN)))
                .containsExactly("x.LedgerTest#conserves holds 4 promises");
    }

    @Test
    void findsAnEntryThatCouldNeverFail() {
        Register.Held untested = new Register.Held("A1", "It holds.", "verify", List.of());
        Register.Held lost = new Register.Held("A3", "It holds.", "someday", HELD.tests());

        assertThat(violations(List.of(untested, lost), List.of(OPEN)))
                .containsExactly(
                        "A1 lacks its promise or its test", "A3 is in an unknown lane: someday");
    }

    @Test
    void findsAPromiseThatIsHeldAndOpen() {
        assertThat(
                        new RegisterRules(
                                        new Register(
                                                List.of(HELD),
                                                List.of(new Register.Open("A1", "Twice."))),
                                        "verify",
                                        TestReports.of(root, "now"))
                                .violations(List.of("A1"), 1))
                .containsExactly("A1 is there twice");
    }
}
