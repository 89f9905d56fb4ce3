package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.ACCOUNT_IDENTITY;
import static dev.halftone.core.privacy.Category.AGE_CONFIRMATION;
import static dev.halftone.core.privacy.Category.POLICY_ACCEPTANCE;
import static dev.halftone.core.privacy.Category.PRIVACY_REQUEST;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.ADDRESS;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CHOICE;
import static dev.halftone.core.privacy.Kind.EMAIL;
import static dev.halftone.core.privacy.Kind.IDENTITY;
import static dev.halftone.core.privacy.Kind.IDENTITY_HASH;
import static dev.halftone.core.privacy.Kind.MAIL_CODE_HASH;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.PERSON_NAME;
import static dev.halftone.core.privacy.Kind.PORTRAIT;
import static dev.halftone.core.privacy.Kind.REPORT;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.USER_ID;
import static dev.halftone.core.privacy.Table.ACCOUNTS;

import java.util.List;

/** Who people are. */
final class AccountsTable {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(ACCOUNTS, "PROFILE", ACCOUNT_IDENTITY)
                            .add("pk", USER_ID, "find the person of a session")
                            .add("sk", BOOKKEEPING, "tell it from what else is kept of them")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("accountId", ACCOUNT_ID, "reach the person's credits")
                            .add("email", EMAIL, "write to the person, and show who is signed in")
                            .add("emailVerified", STATE, "know whether the address is theirs")
                            .add("name", PERSON_NAME, "show who is signed in")
                            .add("picture", PORTRAIT, "tell the person what we were told")
                            .add("createdAt", MOMENT, "show since when")
                            .add("language", CHOICE, "speak as the person chose")
                            .list(),
                    Declarations.of(ACCOUNTS, "REQUEST", PRIVACY_REQUEST)
                            .add("pk", BOOKKEEPING, "find the request on a receipt")
                            .add("sk", BOOKKEEPING, "tell it from what else is kept")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("kind", STATE, "say what is asked for")
                            .add("expedited", STATE, "answer it before all others")
                            .add("about", EMAIL, "know whom it concerns")
                            .add("contact", EMAIL, "answer whoever asks")
                            .add("text", REPORT, "know why")
                            .add("receivedAt", MOMENT, "say when it was asked")
                            .add("deadline", MOMENT, "answer in time")
                            .list(),
                    Declarations.of(ACCOUNTS, "NEWEMAIL", ACCOUNT_IDENTITY)
                            .add("pk", USER_ID, "find the address that a person wants")
                            .add("sk", BOOKKEEPING, "tell it from what else is kept of them")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("address", EMAIL, "take it once its letter was read")
                            .add("codeHash", MAIL_CODE_HASH, "know who read the letter")
                            .add("codeEndsAt", MOMENT, "end the code after 30 minutes")
                            .add("mails", NUMBER, "fill nobody's mailbox")
                            .add("dayEndsAt", MOMENT, "count a day's letters")
                            .add("expiresAt", MOMENT, "forget it after a day")
                            .list(),
                    Declarations.of(ACCOUNTS, "EVENT", ACCOUNT_IDENTITY)
                            .add("pk", USER_ID, "find what was changed about a person")
                            .add("sk", MOMENT, "show the newest first")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("kind", STATE, "say what was changed")
                            .add("at", MOMENT, "say when")
                            .add("way", STATE, "say how who changed it had signed in")
                            .add("device", STATE, "say in which browser it was changed")
                            .add("expiresAt", MOMENT, "forget it after 400 days")
                            .list(),
                    Declarations.of(ACCOUNTS, "IDENTITY", ACCOUNT_IDENTITY)
                            .add("pk", IDENTITY_HASH, "know the person who comes back")
                            .add("sk", BOOKKEEPING, "tell it from what else is kept")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("userId", USER_ID, "say whose identity it is")
                            .add("issuer", ADDRESS, "say who vouched for the person")
                            .add("subject", IDENTITY, "name the person to who vouched")
                            .list(),
                    Declarations.of(ACCOUNTS, "LINK", ACCOUNT_IDENTITY)
                            .add("pk", USER_ID, "show a person how they sign in")
                            .add("sk", IDENTITY_HASH, "name the identity that is meant")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("way", STATE, "say by which way it came")
                            .add("address", EMAIL, "let the person know it again")
                            .add("linkedAt", MOMENT, "show since when")
                            .list(),
                    Declarations.of(ACCOUNTS, "CLAIM", ACCOUNT_IDENTITY)
                            .add("pk", EMAIL, "keep a verified address for one person")
                            .add("sk", BOOKKEEPING, "tell it from what else is kept")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("userId", USER_ID, "say whose address it is")
                            .list(),
                    Declarations.of(ACCOUNTS, "CONSENT", POLICY_ACCEPTANCE)
                            .add("pk", USER_ID, "find what a person accepted")
                            .add("sk", STATE, "keep each version's acceptance")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("policyVersion", STATE, "prove what was accepted")
                            .add("at", MOMENT, "prove when")
                            .list(),
                    Declarations.of(ACCOUNTS, "CONSENT", AGE_CONFIRMATION)
                            .add("minimumAge", NUMBER, "prove that an age was confirmed")
                            .list());

    private AccountsTable() {}
}
