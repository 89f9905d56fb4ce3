package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.AGE_CONFIRMATION;
import static dev.halftone.core.privacy.Category.POLICY_ACCEPTANCE;
import static dev.halftone.core.privacy.Category.SESSION;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NETWORK;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.SESSION_HASH;
import static dev.halftone.core.privacy.Kind.STATE;
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
                    Declarations.of(SESSIONS, "STATE", SESSION)
                            .add("pk", USER_ID, "find the user of a session")
                            .add("sk", BOOKKEEPING, "tell it from the sessions")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("standing", STATE, "keep out who is suspended")
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
