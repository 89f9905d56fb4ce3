package dev.halftone.identity;

import java.util.Locale;

/** Why a sign-in was not believed. For the log and for tests; a browser is never told. */
public enum Rejection {
    STATE_MALFORMED,
    FLOW_UNREADABLE,
    FLOW_OF_ANOTHER_PROVIDER,
    FLOW_OF_ANOTHER_SESSION,
    STATE_MISMATCH,
    REDIRECT_URI_CHANGED,
    RESPONSE_OF_ANOTHER_ISSUER,
    PROVIDER_ERROR,
    CODE_MISSING,
    CODE_REFUSED,
    CLIENT_REFUSED,
    TOKEN_MISSING,
    TOKEN_TOO_LONG,
    TOKEN_MALFORMED,
    TOKEN_TYPE,
    ALGORITHM,
    CRITICAL_HEADER,
    KEY_IN_TOKEN,
    KEY_UNKNOWN,
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    AUTHORIZED_PARTY,
    TOKEN_EXPIRED,
    TOKEN_SPENT,
    ISSUED_AT,
    NOT_YET_VALID,
    SUBJECT,
    NONCE,
    TOKEN_VERSION,
    SESSION_OF_ISSUER,
    IMPERSONATED,
    SIGN_IN_TIME,
    SIGN_IN_PROVIDER,
    EMAIL_MALFORMED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
