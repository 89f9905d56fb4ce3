package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects the rules themselves: each notices the class that was written to break it.
final class PlantedViolationsTest {

    static List<HouseRule> rules() {
        return HouseRule.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isNoticed(HouseRule rule) {
        List<String> failures =
                rule.rule()
                        .apply(ImportedClasses.PLANTED_BASE)
                        .allowEmptyShould(true)
                        .evaluate(ImportedClasses.PLANTED)
                        .getFailureReport()
                        .getDetails();
        assertThat(failures).anyMatch(failure -> failure.contains(rule.planted()));
    }

    // What every rule accepts: a blameless function, read by all of them.
    @ParameterizedTest
    @MethodSource("rules")
    void leavesTheInnocentAlone(HouseRule rule) {
        assertThat(
                        rule.rule()
                                .apply(ImportedClasses.PLANTED_BASE)
                                .allowEmptyShould(true)
                                .evaluate(ImportedClasses.PLANTED)
                                .getFailureReport()
                                .getDetails())
                .noneMatch(failure -> failure.contains("Innocent"));
    }
}
