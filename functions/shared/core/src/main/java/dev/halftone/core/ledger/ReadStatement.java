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
 * counted back from the account's. The account is read before and after the page; if an entry was
 * written in between, the page is read again.
 */
public final class ReadStatement {

    private static final int READS_MAX = 4;

    private final Ledger ledger;

    public ReadStatement(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Reads one page.
     *
     * @param cursor {@code null} for the newest page, else a former page's {@code nextCursor}
     */
    public Statement read(AccountId id, int limit, @Nullable String cursor) {
        for (int read = 0; read < READS_MAX; read++) {
            Account before = account(id);
            StatementCursor from = StatementCursor.parse(cursor, before.available().amount());
            Page<JournalEntry> page = ledger.journal(id, limit, from.journal());
            if (cursor != null || account(id).entries() == before.entries()) {
                return statement(before, page, from.availableAfter());
            }
        }
        throw new TransientFailure("ledger", "the account changed during every read");
    }

    private Account account(AccountId id) {
        return ledger.account(id).orElseGet(() -> Account.empty(id));
    }

    private static Statement statement(Account account, Page<JournalEntry> page, long newest) {
        List<Statement.Line> lines = new ArrayList<>();
        long available = newest;
        for (JournalEntry entry : page.items()) {
            lines.add(new Statement.Line(entry, available));
            available = available - entry.availableChange();
        }
        String next = page.nextCursor();
        return new Statement(
                account, lines, next == null ? null : new StatementCursor(next, available).text());
    }
}
