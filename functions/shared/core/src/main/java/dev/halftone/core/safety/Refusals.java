package dev.halftone.core.safety;

import dev.halftone.core.account.UserId;
import java.time.Duration;
import java.util.List;

/** What was refused for what it said: kept for a while, so that a refusal can be explained. */
public interface Refusals {

    /** How long a refusal can be looked up, from its verdict on. */
    Duration KEPT = Duration.ofDays(30);

    /** The most that one read brings. */
    int LISTED_MAX = 100;

    /** Keeps it; the same request has one, the latest. */
    void keep(Refusal refusal);

    /** Those of one person, at most {@link #LISTED_MAX}, in no order. */
    List<Refusal> of(UserId user);
}
