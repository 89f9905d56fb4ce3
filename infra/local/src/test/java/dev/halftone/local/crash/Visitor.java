package dev.halftone.local.crash;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.time.Instant;
import java.util.UUID;

/** Somebody new with 25 credits who wants one picture and repeats the wish until it is heard. */
final class Visitor {

    static final String SIGNING_KEY = "YSBzZW50ZW5jZSBvZiBtb3JlIHRoYW4gdGhpcnR5LXR3byBieXRlcw==";

    private static final String KEY = "one-picture-please";

    private final UserId user;
    private final AccountId account;
    private final SessionToken token;
    private String quote = "";

    private Visitor(UserId user, AccountId account, SessionToken token) {
        this.user = user;
        this.account = account;
        this.token = token;
    }

    static Visitor welcomed(Instant now) {
        SeededEntropy entropy = new SeededEntropy(UUID.randomUUID().getMostSignificantBits());
        UserId user = UserId.fresh(entropy);
        Visitor visitor =
                new Visitor(user, AccountId.fresh(entropy), SessionToken.fresh(user, entropy));
        DynamoDbSessions sessions =
                new DynamoDbSessions(Tables.client(), Tables.name("SessionsTable"));
        sessions.open(Session.open(visitor.token, visitor.account, now));
        sessions.accept(user, new Acceptance(Samples.POLICY_VERSION, 18, now));
        new DynamoDbLedger(Tables.client(), Tables.name("LedgerTable"))
                .grant(
                        new Grant(
                                visitor.account,
                                BusinessKey.welcome(visitor.account),
                                GrantSource.WELCOME,
                                new Credits(25),
                                now));
        return visitor;
    }

    AccountId account() {
        return account;
    }

    GenerationId generation() {
        return GenerationId.derive(SigningKey.ofBase64(SIGNING_KEY), user, new IdempotencyKey(KEY));
    }

    HttpEvent quoteRequest(Story.Maker maker) {
        return event("quote")
                .bodyField("model", maker.model)
                .bodyField("resolution", maker.resolution);
    }

    void keep(String quote) {
        this.quote = quote;
    }

    HttpEvent submission(Story.Maker maker) {
        return event("submit")
                .header("idempotency-key", KEY)
                .bodyField("model", maker.model)
                .bodyField("resolution", maker.resolution)
                .bodyField("quote", quote);
    }

    HttpEvent cancellation() {
        return event("cancel").pathParameter("id", generation().value());
    }

    private HttpEvent event(String name) {
        return HttpEvent.read("generation-submit", name)
                .cookie("__Host-session", token.cookieValue())
                .header("origin", World.PUBLIC_URL);
    }
}
