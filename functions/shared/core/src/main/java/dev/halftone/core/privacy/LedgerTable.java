package dev.halftone.core.privacy;

import static dev.halftone.core.privacy.Category.CREDIT_LEDGER;
import static dev.halftone.core.privacy.Category.ENTITLEMENT;
import static dev.halftone.core.privacy.Kind.ACCOUNT_ID;
import static dev.halftone.core.privacy.Kind.BOOKKEEPING;
import static dev.halftone.core.privacy.Kind.CALL;
import static dev.halftone.core.privacy.Kind.CREDITS;
import static dev.halftone.core.privacy.Kind.GENERATION_ID;
import static dev.halftone.core.privacy.Kind.MOMENT;
import static dev.halftone.core.privacy.Kind.NUMBER;
import static dev.halftone.core.privacy.Kind.STATE;
import static dev.halftone.core.privacy.Kind.TRACE;
import static dev.halftone.core.privacy.Table.LEDGER;

import java.util.List;

/** Credits. It names accounts, never users: who an account belongs to is said elsewhere. */
final class LedgerTable {

    static final List<List<Declaration>> MAP =
            List.of(
                    Declarations.of(LEDGER, "ACCOUNT", ENTITLEMENT)
                            .add("pk", ACCOUNT_ID, "find the account")
                            .add("sk", BOOKKEEPING, "tell it from its lines")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("given", CREDITS, "prove that nothing got lost")
                            .add("bought", CREDITS, "prove that nothing got lost")
                            .add("available", CREDITS, "know what can be spent")
                            .add("waiting", CREDITS, "know what waits for room")
                            .add("pending", CREDITS, "know what is being spent")
                            .add("used", CREDITS, "know what was spent")
                            .add("expired", CREDITS, "know what was not spent in time")
                            .add("revoked", CREDITS, "know what was taken back")
                            .add("debt", CREDITS, "know what is owed")
                            .add("freezes", CALL, "let nothing be spent in a dispute")
                            .add("entries", NUMBER, "prove that no line got lost")
                            .add("plan", STATE, "know how much may be made")
                            .list(),
                    bucket(Declarations.of(LEDGER, "ACCOUNT", ENTITLEMENT), "buckets.*.").list(),
                    bucket(Declarations.of(LEDGER, "ACCOUNT", ENTITLEMENT), "waitingBuckets.*.")
                            .list(),
                    Declarations.of(LEDGER, "ACCOUNT", ENTITLEMENT)
                            .add("buckets.*.g", NUMBER, "leave time for another try")
                            .list(),
                    Declarations.of(LEDGER, "SUBSCRIPTION", ENTITLEMENT)
                            .add("pk", ACCOUNT_ID, "find the account")
                            .add("sk", BOOKKEEPING, "tell it from its lines")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("state", STATE, "say whether it is paid")
                            .add("plan", STATE, "say what is paid for")
                            .add("until", MOMENT, "say how long it is paid for")
                            .add("product", STATE, "say what was bought")
                            .add("reference", CALL, "tell it from one before")
                            .add("begunAt", MOMENT, "tell it from one before")
                            .add("asOf", MOMENT, "believe no older news")
                            .add("revision", NUMBER, "let no two writers undo each other")
                            .list(),
                    Declarations.of(LEDGER, "BUCKET", ENTITLEMENT)
                            .add("pk", ACCOUNT_ID, "find the account")
                            .add("sk", BOOKKEEPING, "name the bucket")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("expiryShard", BOOKKEEPING, "find what expires")
                            .add("expiresAt", MOMENT, "find what expires")
                            .add("dues", NUMBER, "let the last word count")
                            .add("expiries", NUMBER, "book each expiry once")
                            .add("expired", CREDITS, "take back first what expired")
                            .list(),
                    Declarations.of(LEDGER, "GRANT", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find what an account was given")
                            .add("sk", BOOKKEEPING, "name the grant")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("businessKey", ACCOUNT_ID, "say what it was given for")
                            .add("source", STATE, "say where the credits came from")
                            .add("amount", CREDITS, "say how many")
                            .add("priority", NUMBER, "say when they burn")
                            .add("grantedAt", MOMENT, "say when")
                            .add("effectiveAt", MOMENT, "say from when on they count")
                            .add("grantExpiresAt", MOMENT, "say until when they count")
                            .add("expiryShownIn", CALL, "prove that the checkout said so")
                            .add("costMinor", NUMBER, "say what was paid")
                            .add("currency", STATE, "say what was paid")
                            .add("revoked", CREDITS, "take back nothing twice")
                            .list(),
                    Declarations.of(LEDGER, "KEY", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "give nothing twice")
                            .add("sk", BOOKKEEPING, "tell it from what else will be kept")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("accountId", ACCOUNT_ID, "find what was given")
                            .add("grantId", BOOKKEEPING, "find what was given")
                            .list(),
                    Declarations.of(LEDGER, "PENDING", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's transfers")
                            .add("sk", GENERATION_ID, "end it with what it pays for")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("state", STATE, "end it once")
                            .add("charged", CREDITS, "give back no more than that")
                            .add("refunded", CREDITS, "give back once")
                            .add("refundedAt", MOMENT, "say when it was given back")
                            .add("priceVersion", STATE, "say which price list that was")
                            .add("traceId", TRACE, "find every step of what a person did")
                            .add("at", MOMENT, "say when it was made")
                            .add("endedAt", MOMENT, "say when it ended")
                            .list(),
                    bucket(Declarations.of(LEDGER, "PENDING", CREDIT_LEDGER), "drawing[].")
                            .add("drawing[].grant", BOOKKEEPING, "give back to where it came from")
                            .add("drawing[].g", NUMBER, "leave time for another try")
                            .list(),
                    Declarations.of(LEDGER, "JOURNAL", CREDIT_LEDGER)
                            .add("pk", ACCOUNT_ID, "find an account's lines")
                            .add("sk", GENERATION_ID, "write each line once")
                            .add("v", BOOKKEEPING, "read the rest as it was written")
                            .add("statementOrder", MOMENT, GENERATION_ID, "list the newest first")
                            .add("kind", STATE, "say what happened")
                            .add("legs.*", CREDITS, "say from where to where")
                            .add("subject", GENERATION_ID, "say what it was for")
                            .add("reason", STATE, "say why")
                            .add("priceVersion", STATE, "say which price list that was")
                            .add("traceId", TRACE, "find every step of what a person did")
                            .add("at", MOMENT, "say when")
                            .add("claim", CALL, "let a caller know its own line")
                            .list());

    private LedgerTable() {}

    private static Declarations bucket(Declarations map, String path) {
        return map.add(path + "r", CREDITS, "know what remains in a bucket")
                .add(path + "s", STATE, "know where the credits came from")
                .add(path + "p", NUMBER, "spend the right credits first")
                .add(path + "t", MOMENT, "spend the oldest credits first")
                .add(path + "f", MOMENT, "spend nothing too early")
                .add(path + "x", MOMENT, "spend nothing too late");
    }
}
