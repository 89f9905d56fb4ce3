package dev.halftone.core.seal;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chains of the accounts.
 *
 * <p>Guarantees: every entry is in its chain at most once; a chain has neither a fork nor a gap,
 * however often, in whatever order and by how many at once entries are sealed; what is sealed never
 * changes. Reads are strongly consistent, except where it says otherwise.
 */
public interface Seals {

    int SHARDS = 16;
    int LINES_MAX = 1_000;

    /**
     * Appends those entries that are not sealed yet, in the order given, and makes the account due
     * to be signed if there were any.
     *
     * @param entries of this account, as the journal has them
     * @return how many lines the chain has grown by
     */
    int seal(AccountId account, List<JournalEntry> entries, Instant now);

    /** Those of the entries that are not sealed yet, in the order given. */
    List<JournalEntry> unsealed(AccountId account, List<JournalEntry> entries);

    /** Empty before the first line. */
    Optional<Head> head(AccountId account);

    /**
     * The lines after {@code after}, ascending, each with what the journal says now.
     *
     * @param limit at most {@link #LINES_MAX}
     */
    List<SealedLine> lines(AccountId account, long after, int limit);

    /**
     * Heads that wait, the longest waiting first. May be a moment behind: a head may have grown
     * since, or wait no more; none that waits is ever missed for good.
     *
     * @param after the last of the page before, or {@code null}
     */
    List<DueHead> due(DueHead.Stage stage, int shard, int limit, @Nullable DueHead after);

    /** The account waits to be audited no more, unless its chain has grown since. */
    void audited(Head head);
}
