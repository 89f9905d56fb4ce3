package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protects: every entry has two legs that sum to zero, and a key that can be written only once. */
class JournalEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("acc_" + "1".repeat(32));

    static Stream<JournalEntry> entries() {
        Grant grant =
                new Grant(
                        ACCOUNT,
                        BusinessKey.welcome(ACCOUNT),
                        GrantSource.WELCOME,
                        new Credits(25),
                        NOW);
        PendingTransfer transfer =
                new PendingTransfer(
                        new TransferId("gen_" + "a".repeat(32)),
                        ACCOUNT,
                        new Drawing(List.of(new Drawing.Part(grant.id(), new Credits(4)))),
                        "2026-11-01",
                        TraceId.derivedFrom("a click"),
                        NOW);
        return Stream.of(
                JournalEntry.of(grant),
                JournalEntry.of(transfer),
                JournalEntry.post(transfer, NOW),
                JournalEntry.voiding(transfer, "moderation", NOW));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void balancesItsLegs(JournalEntry entry) {
        assertThat(entry.legs()).hasSize(2);
        assertThat(entry.legs().stream().mapToLong(JournalEntry.Leg::amount).sum()).isZero();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasTheAvailableLegThatItsChangeSays(JournalEntry entry) {
        long available =
                entry.legs().stream()
                        .filter(leg -> leg.balance().equals("available"))
                        .mapToLong(JournalEntry.Leg::amount)
                        .sum();

        assertThat(entry.availableChange()).isEqualTo(available);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasAKeyOfItsOwn(JournalEntry entry) {
        assertThat(entries().map(JournalEntry::key)).containsOnlyOnce(entry.key());
    }
}
