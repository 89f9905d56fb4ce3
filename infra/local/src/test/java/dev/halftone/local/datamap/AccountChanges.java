package dev.halftone.local.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.Digest;
import dev.halftone.core.account.AccountEvent;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.privacy.Kind;
import dev.halftone.dynamodb.DynamoDbAccountEvents;
import dev.halftone.dynamodb.DynamoDbListWalks;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.testing.Samples;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What becomes of an account beside the work that is done with it. */
final class AccountChanges {
    private static final String REPORTER = "parent-5f3a91@example.org";
    private static final String REPORTED = "typedreport5f3a91";
    private static final String NEW_EMAIL = "other-address-5f3a91@example.org";
    private static final int PERSON = 71;

    private final Visitor visitor;
    private final Journey journey;

    AccountChanges(Visitor visitor, Journey journey) {
        this.visitor = visitor;
        this.journey = journey;
    }

    /**
     * Takes another address.
     *
     * @param mailed the code that the letter to it holds
     */
    void takeAnotherAddress(Supplier<String> mailed) {
        Map<String, ?> address = Map.of("email", NEW_EMAIL);
        assertThat(visitor.post("/v1/me/email", address).status()).isEqualTo(202);
        String code = mailed.get();
        journey.know(Kind.EMAIL, NEW_EMAIL);
        journey.know(Kind.MAIL_CODE, code);
        journey.know(Kind.MAIL_CODE_HASH, Digest.sha256Hex(code));
        assertThat(visitor.post("/v1/me/email/confirm", Map.of("code", code)).status())
                .isEqualTo(200);
    }

    /** Somebody says that the account is a child's. */
    void reportAMinor() {
        journey.know(Kind.REPORT, REPORTED);
        journey.know(Kind.EMAIL, REPORTER);
        Map<String, ?> report =
                Map.of("about", Journey.EMAIL, "contact", REPORTER, "text", REPORTED);
        assertThat(visitor.post("/v1/reports/minor", report).status()).isEqualTo(202);
    }

    /**
     * What no visit comes across yet: a subscription, and a change from a browser that is known.
     */
    static void put(DynamoDbClient client) {
        Instant now = Instant.now();
        new DynamoDbAccountEvents(client, "halftone-AccountsTable")
                .record(
                        Samples.userId(PERSON),
                        new AccountEvent(
                                AccountEvent.Kind.EMAIL_CHANGED,
                                now,
                                "google",
                                "Firefox on Linux"));
        new DynamoDbListWalks(client, "halftone-LedgerTable")
                .put(new ListWalk("stripe", now, now, "evt_1"));
        new DynamoDbSubscriptions(client, "halftone-LedgerTable")
                .put(
                        new Subscription(
                                Corners.ACCOUNT,
                                Subscription.State.ACTIVE,
                                "dear",
                                now,
                                "monthly",
                                "sandbox:sub_1",
                                now,
                                now));
    }
}
