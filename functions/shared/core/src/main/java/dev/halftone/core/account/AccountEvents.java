package dev.halftone.core.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was changed about each account, kept for a limited time. */
public interface AccountEvents {

    /** How long an event is shown; the store forgets it soon after. */
    Duration KEPT = Duration.ofDays(400);

    /** How many a person is shown at most. */
    int LISTED_MAX = 50;

    void record(UserId user, AccountEvent event);

    /** The newest first, at most {@link #LISTED_MAX}, and none older than {@link #KEPT}. */
    List<AccountEvent> recent(UserId user, Instant now);
}
