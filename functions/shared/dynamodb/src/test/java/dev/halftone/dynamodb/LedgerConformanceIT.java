package dev.halftone.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.testing.LedgerConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protects what is proved in memory from being true only there. */
class LedgerConformanceIT {

    private static final int STEPS = 150;
    private static final int PURCHASE_STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {2, 20261121, -9})
    void answersAndBooksWhatTheStoreInMemoryDoes(long seed) {
        assertThat(LedgerConformance.check(TestStack.studio(), seed, STEPS)).isPositive();
    }

    // The same of what is bought, refunded and disputed, and of the totals that its owner sees.
    @Test
    void countsWhatIsBoughtAndUsedAsTheStoreInMemoryDoes() {
        assertThat(
                        LedgerConformance.checkPurchases(
                                TestStack.studio(), TestStack.payments(), 20261122, PURCHASE_STEPS))
                .isGreaterThan(PURCHASE_STEPS / 10);
    }
}
