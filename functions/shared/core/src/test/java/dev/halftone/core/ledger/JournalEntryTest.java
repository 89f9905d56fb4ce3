package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protects: no line can be made whose legs do not add up, and each says what it is about. */
class JournalEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("acc_" + "1".repeat(32));

    @Test
    void refusesLegsThatAreNotTogetherZero() {
        Legs legs = new Legs(Map.of(Balance.GIVEN, -25L, Balance.AVAILABLE, 24L));

        assertThatThrownBy(() -> entry(JournalEntry.Kind.GRANT, legs))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLegsThatAreZeroOnlyBecauseNoNumberHoldsTheirSum() {
        Legs legs =
                new Legs(
                        Map.of(
                                Balance.AVAILABLE, Long.MIN_VALUE,
                                Balance.PENDING, Long.MIN_VALUE));

        assertThatThrownBy(() -> entry(JournalEntry.Kind.PENDING, legs))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GRANT, GIVEN, AVAILABLE, 7",
        "GRANT, BOUGHT, WAITING, 7",
        "GRANT, BOUGHT, DEBT, 7",
        "ADMIT, WAITING, AVAILABLE, 7",
        "PENDING, AVAILABLE, PENDING, -7",
        "POST, PENDING, USED, -7",
        "VOID, PENDING, AVAILABLE, 7",
        "REFUND, USED, AVAILABLE, 7",
        "EXPIRE, AVAILABLE, EXPIRED, -7",
        "REVOKE, AVAILABLE, REVOKED, -7",
        "REVOKE, DEBT, REVOKED, -7"
    })
    void countsAsItsOwnerDoes(JournalEntry.Kind kind, Balance from, Balance to, long credits) {
        Legs legs = Legs.NONE.and(from, -7).and(to, 7);

        assertThat(entry(kind, legs).credits()).isEqualTo(credits);
    }

    private static JournalEntry entry(JournalEntry.Kind kind, Legs legs) {
        return new JournalEntry(ACCOUNT, "K#1", kind, legs, null, "test", null, null, NOW);
    }
}
