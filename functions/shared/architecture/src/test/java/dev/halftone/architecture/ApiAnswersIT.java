package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

// Protects programs from answers that the description does not know. Runs last: what it holds
// against the description is all that functions answered in the tests of this very run.
final class ApiAnswersIT {
    // Whoever gets it needs a browser: the page's own tests see to these.
    private static final List<String> ELSEWHERE =
            List.of("GET / 200", "GET /{file+} 200", "GET /{file+} 304");

    private static final AnswerRules RULES = new AnswerRules(ApiDescription.read());
    private static final List<SeenAnswer> SEEN =
            SeenAnswer.of(
                    Repository.root(),
                    System.getProperty("halftone.run", "none: start it through mvnw"));

    @Test
    void everyAnswerIsOneThatIsDescribed() {
        assertThat(SEEN).hasSizeGreaterThan(300);
        assertThat(SEEN.stream().flatMap(answer -> RULES.findings(answer).stream()).distinct())
                .isEmpty();
    }

    @Test
    void everySuccessThatIsDescribedWasAnsweredInATest() {
        assertThat(RULES.unseen(SEEN)).isSubsetOf(ELSEWHERE);
    }
}
