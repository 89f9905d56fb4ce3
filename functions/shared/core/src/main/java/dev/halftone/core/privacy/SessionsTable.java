package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.AGE_CONFIRMATION;
import static dev.halftone.core.privacy.Category.POLICY_ACCEPTANCE;
import static dev.halftone.core.privacy.Category.SESSION;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.INTERNET_ADDRESS;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NETWORK;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.SESSION_HASH;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TOKEN_NAME;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.SESSIONS;

import java.util.List;

/** Read with every request. */
final class SessionsTable {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(SESSIONS, "SESSION", SESSION)
                            .add("pk", USER_ID, "find the sessions of a user")
                            .add("sk", SESSION_HASH, "know the browser that shows its secret")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("accountId", ACCOUNT_ID, "reach the credits of who is signed in")
                            .add(
                                    "id",
                                    BOOKKEEPING,
                                    "let its owner end it by a name that opens nothing")
                            .add("createdAt", MOMENT, "show when somebody signed in")
                            .add(
                                    "authenticatedAt",
                                    MOMENT,
                                    "know how fresh the proof of identity is")
                            .add("way", CHOICE, "show how somebody signed in")
                            .add("device", STATE, "let its owner know the browser again")
                            .add("addressPrefix", NETWORK, "show roughly from where it was opened")
                            .add("idleExpiresAt", MOMENT, "end it when it is not used")
                            .add("endsAt", MOMENT, "end it at last")
                            .add("expiresAt", MOMENT, "remove it once it has ended")
                            .list(),
                    Declarations.of(SESSIONS, "TOKEN", SESSION)
                            .add("pk", USER_ID, "find the tokens of a user")
                            .add("sk", SESSION_HASH, "know the program that shows its secret")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("accountId", ACCOUNT_ID, "reach the credits of its owner")
                            .add("name", TOKEN_NAME, "let its owner know it again")
                            .add("lastFour", STATE, "let its owner know it again")
                            .add("scopes", CHOICE, "let it do only what it was made for")
                            .add("createdAt", MOMENT, "show since when there is one")
                            .add("lastUsedAt", MOMENT, "show whether anything still uses it")
                            .add("endsAt", MOMENT, "end it")
                            .add("expiresAt", MOMENT, "remove it once it has ended")
                            .list(),
                    Declarations.of(SESSIONS, "TOKENS", SESSION)
                            .add("pk", USER_ID, "find the tokens of a user")
                            .add("sk", BOOKKEEPING, "tell it from the tokens")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("serial", NUMBER, "make no more of them than a person may have")
                            .list(),
                    Declarations.of(SESSIONS, "ADDRESS", SESSION)
                            .add("pk", USER_ID, "find the sessions of a user")
                            .add("sk", BOOKKEEPING, "know of which session it is")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add(
                                    "address",
                                    INTERNET_ADDRESS,
                                    "show exactly from where, for a while")
                            .add("endsAt", MOMENT, "show it no longer than that")
                            .add("expiresAt", MOMENT, "remove it after that")
                            .list(),
                    Declarations.of(SESSIONS, "STATE", SESSION)
                            .add("pk", USER_ID, "find the user of a session")
                            .add("sk", BOOKKEEPING, "tell it from the sessions")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("standing", STATE, "keep out who is suspended")
                            .add("userRole", STATE, "know who works for the operator")
                            .add("sessionsValidAfter", MOMENT, "end all sessions at once")
                            .list(),
                    Declarations.of(SESSIONS, "STATE", POLICY_ACCEPTANCE)
                            .add("policyVersion", STATE, "ask anew when the policy changes")
                            .add("acceptedAt", MOMENT, "know since when")
                            .list(),
                    Declarations.of(SESSIONS, "STATE", AGE_CONFIRMATION)
                            .add("minimumAge", NUMBER, "ask anew when the age changes")
                            .list());

    private SessionsTable() {}
}
