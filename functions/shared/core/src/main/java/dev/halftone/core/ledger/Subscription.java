package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * What the payment processor last said of an account's subscription: a projection, which decides
 * nothing about credits.
 *
 * @param plan the name of the plan that is paid for
 * @param until the end of the period that is paid for; of a cancelled subscription its very end
 * @param product the name of what was bought
 * @param reference what the payment processor calls it
 * @param begunAt when it was ordered
 * @param at as of when this is so
 */
public record Subscription(
        AccountId account,
        State state,
        String plan,
        Instant until,
        String product,
        String reference,
        Instant begunAt,
        Instant at) {

    private static final Comparator<Subscription> NEWNESS =
            Comparator.comparing(Subscription::begunAt)
                    .thenComparing(Subscription::reference)
                    .thenComparing(Subscription::at)
                    .thenComparing(Subscription::state)
                    .thenComparing(Subscription::until)
                    .thenComparing(Subscription::plan);

    private static final int PLAN_CHARACTERS_MAX = 60;

    /** How it stands; of whoever has none there is no record. */
    public enum State {
        ACTIVE,
        /** A payment is overdue and asked for again. */
        PAST_DUE,
        /** Paid for until its end, and not renewed. */
        CANCELLED
    }

    public Subscription {
        until = until.truncatedTo(ChronoUnit.MILLIS);
        begunAt = begunAt.truncatedTo(ChronoUnit.MILLIS);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (plan.isBlank() || plan.length() > PLAN_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A subscription has a plan");
        }
    }

    /**
     * Whether the other says something newer. What was ordered later counts, whatever is said of
     * what was before; of two of one moment that which gives less.
     */
    public boolean isOlderThan(Subscription other) {
        return NEWNESS.compare(this, other) < 0;
    }

    /** Whether it still gives anything: what was cancelled does until its end. */
    public boolean isLive(Instant now) {
        return state != State.CANCELLED || now.isBefore(until);
    }
}
