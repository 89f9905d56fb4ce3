package dev.halftone.core.batch;

import java.util.Locale;

/** Why a batch does not go on. */
public enum PauseReason {
    /** Its owner wants it so. */
    PERSON,
    /** There are not enough credits for the next row. */
    INSUFFICIENT_CREDITS,
    /** Credits that were taken back had been spent. */
    ACCOUNT_IN_DEBT,
    /** A payment is in dispute. */
    ACCOUNT_FROZEN,
    /** What may be spent at providers is spent for now. */
    SPEND_CEILING_REACHED,
    /** As much was made as the plan has room for. */
    LIMIT_REACHED,
    /** As much is kept for its owner as may be. */
    OVER_QUOTA,
    /** Whether words may be worked on cannot be found out for now. */
    SAFETY_CHECK_UNAVAILABLE,
    /** Nobody who makes it can be reached. */
    PROVIDER_UNAVAILABLE,
    /** The model is not on offer any more, or not in that form. */
    MODEL_UNAVAILABLE;

    /** Whether the account says when it has passed. */
    boolean isOfAccount() {
        return this == INSUFFICIENT_CREDITS || this == ACCOUNT_IN_DEBT || this == ACCOUNT_FROZEN;
    }

    /** Stable, for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
