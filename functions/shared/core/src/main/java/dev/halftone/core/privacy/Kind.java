package dev.halftone.core.privacy;

/** What a value is, whatever it is called where it lies. */
public enum Kind {
    EMAIL(Guard.PERSONAL),
    PERSON_NAME(Guard.PERSONAL),
    /** The address of a person's picture at the identity provider. */
    PORTRAIT(Guard.PERSONAL),
    /** Who a person is to the identity provider. */
    IDENTITY(Guard.PERSONAL),
    /** A hash by which an identity is found again. */
    IDENTITY_HASH(Guard.PERSONAL),
    USER_ID(Guard.PERSONAL),
    ACCOUNT_ID(Guard.PERSONAL),
    PROMPT(Guard.PERSONAL),
    /** A delivered picture or film itself, or the file that somebody uploaded. */
    PICTURE(Guard.PERSONAL),

    /** What a person says of what they upload: its name, and where it came from. */
    UPLOAD(Guard.PERSONAL),

    /** From where somebody came, to the last bit. */
    INTERNET_ADDRESS(Guard.PERSONAL),
    /** What a person calls a token of theirs. */
    TOKEN_NAME(Guard.PERSONAL),
    /** What somebody says of a person, in a request that concerns them. */
    REPORT(Guard.PERSONAL),

    /** What the browser shows to be its user. */
    SESSION_SECRET(Guard.SECRET),
    /** The only form in which a session's secret is stored. */
    SESSION_HASH(Guard.SECRET),
    /** What proves, once and for minutes, that a browser began the sign-in that it ends. */
    SIGN_IN_SECRET(Guard.SECRET),
    /** What proves, once and for minutes, that somebody reads a mailbox. */
    MAIL_CODE(Guard.SECRET),
    /** The only form in which such a code is stored. */
    MAIL_CODE_HASH(Guard.SECRET),
    /** The page on which one order is paid. */
    CHECKOUT(Guard.SECRET),
    /** A key, password or account of the operator. */
    OPERATOR_SECRET(Guard.SECRET),

    /** Derived from user and click with a key, so that it tells nothing to others. */
    GENERATION_ID(Guard.NONE),
    /** Derived like a generation's. */
    ASSET_ID(Guard.NONE),
    /**
     * Derived from a person with a key: tells a recipient what belongs together, not whose it is.
     */
    PSEUDONYM(Guard.NONE),
    /** The provider's own name for work. */
    PROVIDER_REQUEST(Guard.NONE),
    /** Derived like a generation's. */
    ORDER_ID(Guard.NONE),
    /** A processor's own name for a payment, a subscription, a dispute or a customer. */
    PAYMENT_NAME(Guard.NONE),
    /** Names everything that one action of a person causes. */
    TRACE(Guard.NONE),
    /** Names one call, message or change. */
    CALL(Guard.NONE),
    /** Model, size and whatever else is chosen from a list. */
    CHOICE(Guard.NONE),
    CREDITS(Guard.NONE),
    MOMENT(Guard.NONE),
    /** A state, a code or a reason, in words of ours. */
    STATE(Guard.NONE),
    /** Counts and measures. */
    NUMBER(Guard.NONE),
    /** Web addresses of providers and of our own. */
    ADDRESS(Guard.NONE),
    /** The network that an address of the internet lies in: of many, so it says who nobody is. */
    NETWORK(Guard.NONE),
    /** What lies beside data so that it can be found, ordered and read. */
    BOOKKEEPING(Guard.NONE);

    private enum Guard {
        PERSONAL,
        SECRET,
        NONE
    }

    private final Guard guard;

    Kind(Guard guard) {
        this.guard = guard;
    }

    /** Whether such a value alone says who somebody is, or is what somebody wrote or made. */
    public boolean isPersonal() {
        return guard == Guard.PERSONAL;
    }

    /** Whether a copy for the person whom it is about has it: what opens something is in none. */
    public boolean isToldToItsSubject() {
        return guard != Guard.SECRET && this != BOOKKEEPING && this != IDENTITY_HASH;
    }

    /** Whether such a value may stand in a log, a metric or a message. */
    public boolean mayBeLogged() {
        return guard == Guard.NONE;
    }
}
