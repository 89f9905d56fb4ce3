package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.ledger.Subscriptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Subscriptions in the Ledger table, beside the accounts whose credits they bring.
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

    private final Tables tables;
    private final String table;

    public DynamoDbSubscriptions(DynamoDbClient client, String ledgerTable) {
        this.tables = new Tables(client);
        this.table = ledgerTable;
    }

    @Override
    public Optional<Subscription> of(AccountId account) {
        Map<String, AttributeValue> stored = tables.get(table, key(account));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Attributes item = Attributes.ofItem(stored);
        return Optional.of(
                new Subscription(
                        account,
                        Subscription.State.valueOf(item.text(STATE)),
                        item.text(PLAN),
                        item.instant(UNTIL)));
    }

    @Override
    public void put(Subscription subscription) {
        Map<String, AttributeValue> item = new HashMap<>(key(subscription.account()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(STATE, s(subscription.state().name()));
        item.put(PLAN, s(subscription.plan()));
        item.put(UNTIL, s(subscription.until()));
        tables.put(table, item);
    }

    private static Map<String, AttributeValue> key(AccountId account) {
        return Attributes.key(PREFIX + account, SORT);
    }
}
