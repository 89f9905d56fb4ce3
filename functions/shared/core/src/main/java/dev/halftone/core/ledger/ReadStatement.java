package dev.halftone.core.ledger;

import dev.halftone.core.Page;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of the statement with running balances.
 *
 * <p>Entries do not store the balance they left (a conditional update does not know it), so it is
 * counted back from the account's. The account is read before and after the newest entries; if one
 * was written in between, they are read again. Lines that a filter leaves out are counted all the
 * same.
 */
public final class ReadStatement {

    /** How many entries one call reads for a filter that few of them pass, in pages of so many. */
    static final int PAGES_MAX = 5;

    static final int PAGE_ENTRIES = 100;

    private static final int READS_MAX = 4;

    private final Ledger ledger;

    public ReadStatement(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Reads one page of all lines. */
    public Statement read(AccountId id, int limit, @Nullable String cursor) {
        return read(id, StatementFilter.ALL, limit, cursor);
    }

    /**
     * Reads one page. It may be shorter than {@code limit}, or empty, and have a {@code nextCursor}
     * all the same: what one call reads is bounded, whatever the filter leaves out.
     *
     * @param cursor {@code null} for the newest page, else a former page's {@code nextCursor}
     */
    public Statement read(
            AccountId id, StatementFilter filter, int limit, @Nullable String cursor) {
        for (int read = 0; read < READS_MAX; read++) {
            Account before = account(id);
            StatementCursor from = StatementCursor.parse(cursor, before.available().amount());
            Page<JournalEntry> newest =
                    ledger.journal(id, filter.isAll() ? limit : PAGE_ENTRIES, from.journal());
            if (cursor != null || account(id).entries() == before.entries()) {
                return new Scan(before, filter, limit, from).read(newest);
            }
        }
        throw new TransientFailure("ledger", "the account changed during every read");
    }

    private Account account(AccountId id) {
        return ledger.account(id).orElseGet(() -> Account.empty(id));
    }

    /** One call's way through the journal. */
    private final class Scan {
        private final Account account;
        private final StatementFilter filter;
        private final int limit;
        private final List<Statement.Line> lines = new ArrayList<>();
        private @Nullable String reached;
        private long available;

        Scan(Account account, StatementFilter filter, int limit, StatementCursor from) {
            this.account = account;
            this.filter = filter;
            this.limit = limit;
            this.reached = from.journal();
            this.available = from.availableAfter();
        }

        Statement read(Page<JournalEntry> newest) {
            Page<JournalEntry> page = newest;
            for (int pages = 1; take(page) && pages < PAGES_MAX; pages++) {
                page = ledger.journal(account.id(), PAGE_ENTRIES, reached);
            }
            return new Statement(
                    account,
                    lines,
                    reached == null ? null : new StatementCursor(reached, available).text());
        }

        /** Takes what is wanted of a page, and tells whether more may follow and has room. */
        private boolean take(Page<JournalEntry> page) {
            int wanted = untilFull(page.items());
            // Only the store can say where a reader who stops in the middle has to go on.
            Page<JournalEntry> taken =
                    wanted == page.items().size()
                            ? page
                            : ledger.journal(account.id(), wanted, reached);
            boolean past = false;
            for (JournalEntry entry : taken.items()) {
                if (filter.shows(entry)) {
                    lines.add(new Statement.Line(entry, available));
                }
                available -= entry.availableChange();
                past = past || filter.isPast(entry);
            }
            reached = past ? null : taken.nextCursor();
            return reached != null && lines.size() < limit;
        }

        /** How many entries there are up to the one that fills the page, or all. */
        private int untilFull(List<JournalEntry> entries) {
            int room = limit - lines.size();
            for (int i = 0; i < entries.size(); i++) {
                if (filter.shows(entries.get(i)) && --room == 0) {
                    return i + 1;
                }
            }
            return entries.size();
        }
    }
}
