package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.BalanceSheet;
import dev.halftone.core.ledger.Bucket;
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
        equal("sum of the balances", 0, account.balances().sum());
        for (Balance balance : Balance.values()) {
            long amount = account.balances().amount(balance);
            if (balance.isOwed() ? amount > 0 : amount < 0) {
                throw new AssertionError(balance.label() + " is " + amount);
            }
        }
        equal("available", sum(account.buckets()), account.available().amount());
        equal("waiting", sum(account.waiting()), account.balance(Balance.WAITING).amount());
        if (!account.debt().isZero()) {
            equal("available beside debt", 0, account.available().amount());
            equal("waiting beside debt", 0, account.balance(Balance.WAITING).amount());
        }
    }

    /** What the owner sees adds up, too: what remains is what came in without what went. */
    public static void check(BalanceSheet sheet) {
        long went =
                sheet.used()
                        .plus(sheet.pending())
                        .plus(sheet.expired())
                        .plus(sheet.revoked())
                        .amount();
        long remaining =
                sheet.available().plus(sheet.upcoming()).plus(sheet.waiting()).amount()
                        - sheet.debt().amount();
        equal("remaining", sheet.granted().amount() - went, remaining);
        if (sheet.granted().isLessThan(sheet.purchased())) {
            throw new AssertionError("More was bought than granted");
        }
    }

    /** Cheap, for it is asked a million times. */
    static void equal(String what, long expected, long actual) {
        if (expected != actual) {
            throw new AssertionError(what + " is " + actual + " and should be " + expected);
        }
    }

    private static long sum(List<Bucket> buckets) {
        long sum = 0;
        for (Bucket bucket : buckets) {
            sum = Math.addExact(sum, bucket.remaining().amount());
        }
        return sum;
    }

    /** Also that the journal, folded, makes the account, and that every line adds up to zero. */
    public static void audit(Ledger ledger, AccountId id) {
        Account account = ledger.account(id).orElseGet(() -> Account.empty(id));
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
