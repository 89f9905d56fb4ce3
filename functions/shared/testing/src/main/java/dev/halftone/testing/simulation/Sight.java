package dev.halftone.testing.simulation;

/** What a campaign must have seen at least once; one that has not is blind there. */
enum Sight {
    /** A second try of a generation that failed was delivered. */
    TRIED_AGAIN_WITH_SUCCESS,
    /** A callback told us of work that we did not know was taken. */
    CALLBACK_ADOPTED,
    /** What a worker had stored before it died was found by another. */
    STORED_RESULT_ADOPTED,
    /** Two workers wanted the same step. */
    CLAIM_LOST,
    MESSAGE_DEAD_LETTERED,
    /** A generation ended although its model had left the catalogue. */
    ENDED_WITHOUT_ITS_MODEL,
    /** One user's work was paid twice at the provider and charged once. */
    TAKEN_TWICE,
    /** A void or a refund paid a debt before anything became available. */
    DEBT_PAID_BY_A_RETURN,
    DEBT_PAID_BY_A_GRANT,
    /** Credits came back to a bucket near or after its expiry and got their grace. */
    GRACE_GIVEN,
    /** Credits were revoked that had expired before. */
    EXPIRED_CREDITS_REVOKED,
    /** A transfer took from several buckets. */
    SEVERAL_BUCKETS_DRAWN,
    /** The world healed while credits were pending. */
    HEALED_WITH_WORK_LEFT,
    /** A refund was heard of before what it gives back was granted. */
    REFUNDED_BEFORE_IT_WAS_GRANTED,
    /** What was taken back for a refund was given back, for the refund failed. */
    REFUND_UNDONE,
    /** News of old came again after everything had ended. */
    ECHO_HEARD
}
