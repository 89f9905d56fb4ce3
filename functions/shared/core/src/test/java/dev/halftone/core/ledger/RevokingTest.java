package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Protects: a revocation takes debt for granted only as long as nothing comes in meanwhile. */
class RevokingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));
    private static final Grant GRANT =
            Grant.bought(
                    ID,
                    new BusinessKey("order:1"),
                    GrantSource.PURCHASE,
                    new Credits(10),
                    new Cost(0, "EUR"),
                    NOW);

    @Test
    void asksNothingOfTheAccountIfEverythingIsStillThere() {
        Movement movement = revoke(holding(10));

        assertThat(movement.requirements()).isEmpty();
        assertThat(movement.entry().legs().amount(Balance.DEBT)).isZero();
    }

    @Test
    void owesOnlyIfNobodyChangedWhatWasFound() {
        Movement movement = revoke(holding(4));

        assertThat(movement.entry().legs().amount(Balance.DEBT)).isEqualTo(-6);
        assertThat(movement.requirements())
                .containsExactly(
                        new Requirement.Unchanged(Balance.AVAILABLE, 4),
                        new Requirement.Unchanged(Balance.WAITING, 0));
    }

    private static Account holding(long left) {
        Legs balances =
                Legs.NONE
                        .and(Balance.BOUGHT, -10)
                        .and(Balance.AVAILABLE, left)
                        .and(Balance.USED, 10 - left);
        return new Account(
                ID,
                balances,
                List.of(GRANT.bucket().holding(new Credits(left))),
                List.of(),
                Set.of(),
                2);
    }

    private static Movement revoke(Account seen) {
        Revocation revocation =
                new Revocation(
                        ID, GRANT.id(), new Credits(10), "refund", NOW.plus(Duration.ofHours(1)));
        Decision<RevokeOutcome> decision =
                Revoking.revoke(
                        revocation, new GrantState(GRANT, Credits.ZERO), BucketHistory.NONE, seen);
        return ((Decision.Book<RevokeOutcome>) decision).movement();
    }
}
