package dev.halftone.core.privacy;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import java.time.Instant;
import java.util.List;

/** Everything that is stored under a person's name, and what their account bought. */
public interface OwnRecords {

    /** More belong to nobody: whatever grows is bounded, or goes after a while. */
    int RECORDS_MAX = 5_000;

    /**
     * Strongly consistent, each record as of its own moment; without what has expired.
     *
     * @throws dev.halftone.core.PermanentFailure if there are more than {@link #RECORDS_MAX}
     */
    List<StoredRecord> of(UserId user, AccountId account, Instant now);
}
