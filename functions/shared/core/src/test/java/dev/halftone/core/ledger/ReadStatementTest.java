package dev.halftone.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.Page;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Protects: what is shown beside a line is what the account was, not half of one and another. */
class ReadStatementTest {

    private static final AccountId ID = new AccountId("acc_" + "1".repeat(32));
    private static final StatementFilter GRANTS =
            new StatementFilter(LineGroup.GRANTS, null, null, null);

    /** An account to which somebody adds a line after each of the first so many reads. */
    private static final class BusyLedger extends UnaskedLedger {

        private final int changes;
        private final List<Integer> limits = new ArrayList<>();
        private int reads;

        private BusyLedger(int changes) {
            this.changes = changes;
        }

        @Override
        public Optional<Account> account(AccountId id) {
            int entries = Math.min(reads++, changes);
            return Optional.of(new Account(ID, Legs.NONE, List.of(), List.of(), Set.of(), entries));
        }

        @Override
        public Page<JournalEntry> journal(AccountId id, int limit, @Nullable String cursor) {
            limits.add(limit);
            return new Page<>(List.of(), null);
        }
    }

    @Test
    void readsAgainWhatChangedMeanwhile() {
        BusyLedger ledger = new BusyLedger(6);

        assertThat(new ReadStatement(ledger).read(ID, 10, null).account().entries()).isEqualTo(6);

        assertThat(ledger.limits).hasSize(4);
    }

    @Test
    void givesUpAfterFourReadsOfAnAccountThatNeverRests() {
        BusyLedger ledger = new BusyLedger(7);

        assertThatThrownBy(() -> new ReadStatement(ledger).read(ID, 10, null))
                .isInstanceOf(TransientFailure.class);

        assertThat(ledger.limits).hasSize(4);
    }

    @Test
    void readsOnlyOnceWhereItGoesOnWhateverHappensMeanwhile() {
        BusyLedger ledger = new BusyLedger(50);

        new ReadStatement(ledger).read(ID, 10, "5.key");

        assertThat(ledger.limits).containsExactly(10);
    }

    @Test
    void readsNoMoreThanIsShownUnlessAFilterLeavesLinesOut() {
        BusyLedger ledger = new BusyLedger(0);

        new ReadStatement(ledger).read(ID, 7, null);
        new ReadStatement(ledger).read(ID, GRANTS, 7, null);

        assertThat(ledger.limits).containsExactly(7, ReadStatement.PAGE_ENTRIES);
    }

    @Test
    void showsAnEmptyAccountBeforeItsFirstGrant() {
        UnaskedLedger nobody =
                new UnaskedLedger() {
                    @Override
                    public Optional<Account> account(AccountId id) {
                        return Optional.empty();
                    }

                    @Override
                    public Page<JournalEntry> journal(
                            AccountId id, int limit, @Nullable String cursor) {
                        return new Page<>(List.of(), null);
                    }
                };

        assertThat(new ReadStatement(nobody).read(ID, 10, null).account())
                .isEqualTo(Account.empty(ID));
    }
}
