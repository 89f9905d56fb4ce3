package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Page;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Bucket;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for every account at every read. */
public final class Conservation {

    private static final int PAGE = 50;
    private static final int PAGES_MAX = 1_000;

    private Conservation() {}

    /** granted = available + pending + used, and available is what the buckets hold. */
    public static void check(Account account) {
        assertThat(account.available().plus(account.pending()).plus(account.used()))
                .as("available + pending + used")
                .isEqualTo(account.granted());
        assertThat(
                        account.buckets().stream()
                                .map(Bucket::remaining)
                                .reduce(Credits.ZERO, Credits::plus))
                .as("sum of the buckets")
                .isEqualTo(account.available());
    }

    /** Also that the journal, folded, makes the account, and that every line adds up to zero. */
    public static void audit(Ledger ledger, AccountId id) {
        Account account = ledger.account(id).orElse(Account.empty(id));
        check(account);
        List<JournalEntry> journal = journal(ledger, id);
        assertThat(journal).as("entries counted").hasSize(Math.toIntExact(account.entries()));
        Map<String, Long> balances = new HashMap<>();
        for (JournalEntry entry : journal) {
            assertThat(entry.legs().stream().mapToLong(JournalEntry.Leg::amount).sum())
                    .as("legs of " + entry.key())
                    .isZero();
            entry.legs().forEach(leg -> balances.merge(leg.balance(), leg.amount(), Long::sum));
        }
        assertThat(balances.getOrDefault("available", 0L)).isEqualTo(account.available().amount());
        assertThat(balances.getOrDefault("pending", 0L)).isEqualTo(account.pending().amount());
        assertThat(balances.getOrDefault("used", 0L)).isEqualTo(account.used().amount());
        assertThat(balances.getOrDefault("issued", 0L)).isEqualTo(-account.granted().amount());
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
