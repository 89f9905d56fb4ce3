package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Subscriptions in the Ledger table, beside the accounts whose credits they bring and whose plan
 * follows them.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk SUBSCRIPTION
 * </pre>
 */
public final class DynamoDbSubscriptions implements Subscriptions {

    private static final String PREFIX = "ACCOUNT#";
    private static final String SORT = "SUBSCRIPTION";
    private static final String STATE = "state"; // S
    private static final String PLAN = "plan"; // S
    private static final String UNTIL = "until"; // S, instant
    private static final String PRODUCT = "product"; // S
    private static final String REFERENCE = "reference"; // S, processor and its name
    private static final String BEGUN_AT = "begunAt"; // S, instant
    private static final String AS_OF = "asOf"; // S, instant
    private static final String REVISION = "revision"; // N, how often it was put
    private static final int TRIES_MAX = 8;

    private final Tables tables;
    private final String table;

    public DynamoDbSubscriptions(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<Subscription> of(AccountId account) {
        return Optional.of(tables.get(table, key(account)))
                .filter(stored -> !stored.isEmpty())
                .map(stored -> read(account, Attributes.ofItem(stored)));
    }

    @Override
    public void put(Subscription subscription) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            if (isPut(subscription)) {
                return;
            }
        }
        throw new TransientFailure("dynamodb", "a subscription changed during every attempt");
    }

    private boolean isPut(Subscription said) {
        Map<String, AttributeValue> stored = tables.get(table, key(said.account()));
        long revision = 0;
        Subscription known = said;
        if (!stored.isEmpty()) {
            Attributes item = Attributes.ofItem(stored);
            revision = item.number(REVISION);
            known = read(said.account(), item);
        }
        Subscription newest = said.isOlderThan(known) ? known : said;
        Map<String, AttributeValue> next = write(newest, revision + 1);
        String plan = newest.isLive(newest.at()) ? newest.plan() : null;
        return switch (tables.write(
                Actions.putSeen(table, next, REVISION, revision),
                AccountItem.follow(table, newest.account(), plan))) {
            case WriteOutcome.Written _ -> true;
            case WriteOutcome.Refused refused ->
                    refused.at(0).isEmpty() && isPutAlone(next, revision);
        };
    }

    /** For an account that is not opened yet. */
    private boolean isPutAlone(Map<String, AttributeValue> next, long revision) {
        return tables.write(Actions.putSeen(table, next, REVISION, revision))
                instanceof WriteOutcome.Written;
    }

    private static Subscription read(AccountId account, Attributes item) {
        return new Subscription(
                account,
                Subscription.State.valueOf(item.text(STATE)),
                item.text(PLAN),
                item.instant(UNTIL),
                item.text(PRODUCT),
                item.text(REFERENCE),
                item.instant(BEGUN_AT),
                item.instant(AS_OF));
    }

    private static Map<String, AttributeValue> write(Subscription subscription, long revision) {
        Map<String, AttributeValue> item = new HashMap<>(key(subscription.account()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(STATE, s(subscription.state().name()));
        item.put(PLAN, s(subscription.plan()));
        item.put(UNTIL, s(subscription.until()));
        item.put(PRODUCT, s(subscription.product()));
        item.put(REFERENCE, s(subscription.reference()));
        item.put(BEGUN_AT, s(subscription.begunAt()));
        item.put(AS_OF, s(subscription.at()));
        item.put(REVISION, n(revision));
        return item;
    }

    private static Map<String, AttributeValue> key(AccountId account) {
        return Attributes.key(PREFIX + account, SORT);
    }
}
