package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import dev.halftone.core.ledger.Legs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for every account at every read. */
public final class Conservation {

    private static final int PAGE = 50;
    private static final int PAGES_MAX = 1_000;

    private Conservation() {}

    /** The balances add up, none has the wrong sign, and the buckets hold what they say. */
    public static void check(Account account) {
        assertThat(account.balances().sum()).as("sum of the balances").isZero();
        for (Balance balance : Balance.values()) {
            long amount = account.balances().amount(balance);
            assertThat(balance.isOwed() ? -amount : amount).as(balance.label()).isNotNegative();
        }
        assertThat(sum(account.buckets())).as("buckets").isEqualTo(account.available());
        assertThat(sum(account.waiting()))
                .as("waiting")
                .isEqualTo(account.balance(Balance.WAITING));
        if (!account.debt().isZero()) {
            assertThat(account.available()).as("available beside debt").isEqualTo(Credits.ZERO);
            assertThat(account.balance(Balance.WAITING))
                    .as("waiting beside debt")
                    .isEqualTo(Credits.ZERO);
        }
    }

    private static Credits sum(List<Bucket> buckets) {
        return buckets.stream().map(Bucket::remaining).reduce(Credits.ZERO, Credits::plus);
    }

    /** Also that the journal, folded, makes the account, and that every line adds up to zero. */
    public static void audit(Ledger ledger, AccountId id) {
        Account account = ledger.account(id).orElse(Account.empty(id));
        check(account);
        List<JournalEntry> journal = journal(ledger, id);
        assertThat(journal).as("entries counted").hasSize(Math.toIntExact(account.entries()));
        Legs fold = Legs.NONE;
        for (JournalEntry entry : journal) {
            assertThat(entry.legs().sum()).as("legs of " + entry.key()).isZero();
            for (Map.Entry<Balance, Long> leg : entry.legs().amounts().entrySet()) {
                fold = fold.and(leg.getKey(), leg.getValue());
            }
        }
        assertThat(fold).as("sum of the entries").isEqualTo(account.balances());
    }

    /** The whole journal, newest first, page by page. */
    public static List<JournalEntry> journal(Ledger ledger, AccountId id) {
        List<JournalEntry> entries = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<JournalEntry> read = ledger.journal(id, PAGE, cursor);
            entries.addAll(read.items());
            cursor = read.nextCursor();
            if (cursor == null) {
                return entries;
            }
        }
        throw new AssertionError("The journal has no end");
    }
}
