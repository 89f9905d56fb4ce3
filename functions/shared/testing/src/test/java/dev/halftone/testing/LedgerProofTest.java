package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.AdmitOutcome;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.FreezeOutcome;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.RefundOutcome;
import dev.halftone.core.ledger.RevokeOutcome;
import dev.halftone.core.ledger.ThawOutcome;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Goal: no order of operations, right or wrong, ever makes or loses a credit. */
class LedgerProofTest {

    private static final int STEPS = 100_000;
    private static final long SEED = 20261121;

    /** Method: every operation, 10^5 times; checked after each, and against the journal. */
    @Test
    void isTheSumOfItsEntriesAfterAHundredThousandRandomOperations() {
        StudioPorts ports = new InMemoryStudio().ports();
        Person person = Person.fresh();
        RandomLedgerRun run = new RandomLedgerRun(ports, person, SEED);

        run.run(STEPS);

        Conservation.audit(ports.ledger(), person.account());
        assertThat(run.account().entries()).isGreaterThan(STEPS / 4);
        // A run that never met one of these would prove nothing about it.
        assertThat(run.outcomes()).containsAll(everyOutcome());
    }

    private static Set<Class<?>> everyOutcome() {
        return Stream.of(
                        GrantOutcome.class,
                        AdmitOutcome.class,
                        DrawOutcome.class,
                        RefundOutcome.class,
                        RevokeOutcome.class,
                        FreezeOutcome.class,
                        ThawOutcome.class,
                        ExpireOutcome.class)
                .flatMap(outcome -> Stream.of(outcome.getPermittedSubclasses()))
                .collect(Collectors.toSet());
    }
}
