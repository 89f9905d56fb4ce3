package dev.halftone.core.seal;

import dev.halftone.core.Page;
import dev.halftone.core.PermanentFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines that no news will be brought of any more: those from before there was a stream, and
 * those that it forgot before they could be sealed.
 */
final class MissedEntries {

    private static final int PAGE = 100;
    // Ten thousand lines; what lies before them is found when the account is next used.
    private static final int PAGES_MAX = 100;

    private final Seals seals;
    private final Ledger ledger;

    MissedEntries(Seals seals, Ledger ledger) {
        this.seals = seals;
        this.ledger = ledger;
    }

    /**
     * The lines that are not sealed, oldest first, if there are more of them than there is news.
     * Most often there are not, and nothing but two counts is read.
     */
    List<JournalEntry> find(AccountId account, int news) {
        long sealed = seals.head(account).map(Head::number).orElse(0L);
        long written = ledger.account(account).map(Account::entries).orElse(0L);
        if (written - sealed <= news) {
            return List.of();
        }
        try {
            return walk(account, written - sealed);
        } catch (PermanentFailure | IllegalArgumentException | ArithmeticException _) {
            // An old line that cannot be read any more is for the audit; no news waits for it.
            return List.of();
        }
    }

    private List<JournalEntry> walk(AccountId account, long missing) {
        List<JournalEntry> found = new ArrayList<>();
        @Nullable String cursor = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            Page<JournalEntry> read = ledger.journal(account, PAGE, cursor);
            found.addAll(seals.unsealed(account, read.items()));
            cursor = read.nextCursor();
            if (cursor == null || found.size() >= missing) {
                break;
            }
        }
        return found.reversed();
    }
}
