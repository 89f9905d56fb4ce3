package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.LedgerConformance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects what is proved in memory from being true only there. */
class LedgerConformanceIT {

    private static final int STEPS = 150;

    @ParameterizedTest
    @ValueSource(longs = {2, 20261121, -9})
    void answersAndBooksWhatTheStoreInMemoryDoes(long seed) {
        assertThat(LedgerConformance.check(TestStack.studio(), seed, STEPS)).isPositive();
    }
}
