package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.safety.Refusal;
import dev.halftone.core.safety.Refusals;
import dev.halftone.core.safety.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link Refusals} does. */
public abstract class RefusalsContract {

    private final Person person = Person.fresh();

    protected abstract Refusals refusals();

    // Protects: a refusal can be explained to whom it met, by rule and day.
    @Test
    void tellsAPersonOnlyTheirOwn() {
        Refusal own = refusal(person, 1, "illicit/violent", person.now());
        refusals().keep(own);
        refusals().keep(refusal(Person.fresh(), 1, "hate/threatening", person.now()));

        assertThat(refusals().of(person.user())).containsExactly(own);
    }

    // Protects: a request that is sent again and again fills no table.
    @Test
    void keepsTheLatestOfOneRequest() {
        refusals().keep(refusal(person, 1, "illicit/violent", person.now()));
        Refusal latest = refusal(person, 1, "sexual/minors", person.now().plusSeconds(60));
        Refusal other = refusal(person, 2, "sexual/minors", person.now());

        refusals().keep(latest);
        refusals().keep(other);

        assertThat(refusals().of(person.user())).containsExactlyInAnyOrder(latest, other);
    }

    private static Refusal refusal(Person of, int number, String rule, Instant at) {
        return new Refusal(
                of.user(),
                of.generation(number, 1).id().value(),
                new Verdict(rule, "moderation/omni-moderation-latest", at));
    }
}
