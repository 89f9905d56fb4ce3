package dev.halftone.testing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.InMemoryStudio;
import org.junit.jupiter.api.Test;

/** Protects the fakes: what callers at once are told by them, one after the other could be. */
class LedgerHistoryTest {

    private static final int HISTORIES = 150;

    @Test
    void tellsCallersAtOnceNothingThatCallersInTurnCouldNotBeTold() throws InterruptedException {
        int calls = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            LedgerHistory history =
                    LedgerHistory.record(new InMemoryStudio().ports(), seed, () -> {});
            assertThat(history.violation()).as("seed %d", seed).isEmpty();
            calls += history.size();
        }
        assertThat(calls).isGreaterThan(HISTORIES * 20);
    }
}
