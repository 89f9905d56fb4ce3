package dev.halftone.core.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.safety.PromptCheck.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be made where more than one has a say. */
final class EveryCheckTest {

    private static final Outcome YES = new Outcome.Passed("one/a");
    private static final Outcome ALSO_YES = new Outcome.Passed("other/b");
    private static final Outcome NO = new Outcome.Refused("hate", "one/a");
    private static final Outcome NOBODY = new Outcome.Unavailable(Duration.ofSeconds(5), "away");
    private static final List<String> WORDS = List.of("a quay");

    private final List<Outcome> asked = new ArrayList<>();

    // Protects: both have to agree, and both are named.
    @Test
    void passesWhatEverybodyPasses() {
        assertThat(check(YES, ALSO_YES)).isEqualTo(new Outcome.Passed("one/a:other/b"));
    }

    // Protects: one objection is enough, whoever it comes from.
    @Test
    void refusesWhatAnybodyRefuses() {
        assertThat(check(YES, NO)).isEqualTo(NO);
        assertThat(check(NO, ALSO_YES)).isEqualTo(NO);
    }

    // Protects: it fails closed, even if the others agree.
    @Test
    void letsNothingThroughWhileOneCannotBeAsked() {
        assertThat(check(YES, NOBODY)).isEqualTo(NOBODY);
        assertThat(check(NOBODY, YES)).isEqualTo(NOBODY);
    }

    // Protects: words that were refused are told to nobody else.
    @Test
    void asksNobodyElseAboutWhatWasRefused() {
        check(NO, ALSO_YES);

        assertThat(asked).containsExactly(NO);
    }

    // Protects: names that are too long together name the last, and never fail a request.
    @Test
    void namesTheLastIfAllAreTooLong() {
        Outcome lengthy = new Outcome.Passed("one/" + "a".repeat(70));

        assertThat(check(lengthy, ALSO_YES)).isEqualTo(ALSO_YES);
    }

    // Protects: nobody at all is a matter of its own, which a profile says by name.
    @Test
    void refusesToBeNobody() {
        assertThatThrownBy(() -> new EveryCheck(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Outcome check(Outcome... outcomes) {
        List<PromptCheck> checks = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            checks.add(
                    _ -> {
                        asked.add(outcome);
                        return outcome;
                    });
        }
        return new EveryCheck(checks).check(WORDS);
    }
}
