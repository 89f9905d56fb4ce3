package dev.halftone.testing.simulation;

/** What can go wrong. Each run arms some of it and spares the rest. */
enum Trouble {
    /** A request never reaches the store. */
    STORE_UNREACHABLE(30),
    /** The store did it, and its reply never arrives. */
    STORE_REPLY_LOST(30),
    /** Others kept changing the same items. */
    STORE_CONFLICT(30),
    STORE_THROTTLED(30),
    /** The client library repeats a request whose reply it has not got. */
    STORE_REPEATED(60),
    /** An index does not show everything yet. */
    INDEX_BEHIND(300),
    /** The process ends before a call takes effect. */
    DEATH_BEFORE_CALL(25),
    /** The process ends after a call has taken effect. */
    DEATH_AFTER_CALL(25),
    /** Others act between two calls of one process. */
    OVERTAKEN(200),
    /** A process stands still for longer than its leases last. */
    STALLED(15),
    /** A worker's clock is wrong. */
    CLOCK_SKEWED(1_000),
    MESSAGE_LOST(200),
    MESSAGE_DOUBLED(200),
    MESSAGE_LATE(200),
    QUEUE_UNREACHABLE(60),
    QUEUE_REPLY_LOST(60),
    /** The provider takes nothing now. */
    PROVIDER_BUSY(400),
    /** The provider does not accept our key, or does not have the model for us. */
    PROVIDER_LOCKED(100),
    /** The provider's rules refuse the prompt. */
    PROVIDER_REFUSES(200),
    /** The provider never heard of it, and we do not know. */
    ORDER_LOST(300),
    /** The provider has it, and we do not know. */
    ORDER_REPLY_LOST(300),
    PROVIDER_FAILS(300),
    PROVIDER_SLOW(400),
    PROVIDER_NEVER_ENDS(300),
    /** Done, but only after the deadline. */
    PROVIDER_TOO_LATE(300),
    /** Failed at first, and done when asked again. */
    PROVIDER_CHANGES_ITS_MIND(300),
    STATUS_GOES_BACK(300),
    STATUS_UNANSWERED(250),
    /** The provider does not know what it took. */
    STATUS_UNKNOWN(300),
    CALLBACK_LOST(400),
    CALLBACK_DOUBLED(400),
    /** The callback comes before the answer to the submission. */
    CALLBACK_EARLY(300),
    RESULT_UNFETCHED(300),
    RESULT_GONE(200),
    /** The address is no longer served, and the provider may have another. */
    ADDRESS_EXPIRED(300),
    ADDRESS_CHANGES(500),
    /** The provider cannot say what became of an order. */
    INQUIRY_UNANSWERED(300),
    /** Not the picture that was asked for, or no whole one. */
    RESULT_SPOILT(300),
    /** The provider does not say whether it has erased what it has. */
    ERASURE_UNANSWERED(300),
    MEDIA_UNREACHABLE(150),
    MEDIA_REPLY_LOST(150),
    /** The processor tells its news again. */
    NEWS_REPEATED(400),
    /** Whoever judges words finds that these must not be worked on. */
    WORDS_REFUSED(100),
    /** Nobody can be asked whether they may be. */
    JUDGE_UNREACHABLE(150),
    /** The user clicks twice. */
    CLICKED_TWICE(400),
    /** The operator takes the model from the catalogue while work is under way. */
    MODEL_WITHDRAWN(250);

    private final int perMilleMax;

    Trouble(int perMilleMax) {
        this.perMilleMax = perMilleMax;
    }

    /** How often it strikes at most where it can, in a run that has armed it. */
    int perMilleMax() {
        return perMilleMax;
    }
}
