package dev.halftone.core.ledger;

import dev.halftone.core.account.AccountId;
import java.time.Instant;

/**
 * What the payment processor last said of an account's subscription: a projection, which decides
 * nothing about credits.
 *
 * @param plan the name of the plan that is paid for
 * @param until the end of the period that is paid for; of a cancelled subscription its very end
 */
public record Subscription(AccountId account, State state, String plan, Instant until) {

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
        if (plan.isBlank() || plan.length() > PLAN_CHARACTERS_MAX) {
            throw new IllegalArgumentException("A subscription has a plan");
        }
    }

    /** Whether it still gives anything: what was cancelled does until its end. */
    public boolean isLive(Instant now) {
        return state != State.CANCELLED || now.isBefore(until);
    }
}
