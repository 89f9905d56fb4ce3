package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects: owners are told what ends next of what they can spend, and of nothing else. */
class BalanceSheetTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));

    @Test
    void namesTheFirstEndOfWhatCanBeSpent() {
        BalanceSheet sheet =
                sheet(bucket(1, 5, NOW, 3), bucket(2, 2, NOW, 3), bucket(3, 4, NOW, 9));

        assertThat(sheet.nextExpiry())
                .isEqualTo(new BalanceSheet.NextExpiry(new Credits(7), days(3)));
    }

    @Test
    void doesNotWarnOfAnEmptyBucket() {
        assertThat(sheet(bucket(1, 0, NOW, 3), bucket(2, 4, NOW, 9)).nextExpiry())
                .isEqualTo(new BalanceSheet.NextExpiry(new Credits(4), days(9)));
    }

    @Test
    void doesNotWarnOfWhatHasEndedOrNotBegun() {
        BalanceSheet sheet =
                sheet(bucket(1, 3, NOW, -1), bucket(2, 2, days(1), 2), bucket(3, 4, NOW, 9));

        assertThat(sheet.nextExpiry())
                .isEqualTo(new BalanceSheet.NextExpiry(new Credits(4), days(9)));
        assertThat(sheet.available()).isEqualTo(new Credits(4));
        assertThat(sheet.upcoming()).isEqualTo(new Credits(2));
        assertThat(sheet.expired()).isEqualTo(new Credits(3));
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Bucket bucket(int number, long credits, Instant from, int endsAfterDays) {
        return new Bucket(
                new GrantId("g%024x".formatted(number)),
                new Credits(credits),
                GrantSource.OPERATOR,
                30,
                from,
                days(endsAfterDays),
                Duration.ZERO,
                NOW.minus(Duration.ofDays(30)));
    }

    private static BalanceSheet sheet(Bucket... buckets) {
        long sum = Account.total(List.of(buckets)).amount();
        Legs balances = Legs.NONE.and(Balance.GIVEN, -sum).and(Balance.AVAILABLE, sum);
        return BalanceSheet.of(
                new Account(ID, balances, List.of(buckets), List.of(), Set.of(), 1), NOW);
    }
}
