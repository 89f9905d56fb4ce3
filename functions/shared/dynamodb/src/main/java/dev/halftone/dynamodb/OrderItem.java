package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * An order in the Ledger table, beside the account that it is for.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk ORDER#&lt;id&gt;
 *                       sk ORDERED#&lt;milliseconds, 13 digits&gt;#&lt;id&gt;  lists them, newest first
 * </pre>
 */
final class OrderItem {

    static final String REVISION = "revision"; // N, how often it was written

    static final String PREFIX = "ORDER#";
    private static final String LISTED = "ORDERED#";
    private static final String PRODUCT = "product"; // S
    private static final String KIND = "kind"; // S
    private static final String TITLE = "title"; // S
    private static final String CREDITS = "credits"; // N
    private static final String PRICE = "priceMinor"; // N
    private static final String CURRENCY = "currency"; // S
    private static final String PROCESSOR = "processor"; // S
    private static final String PRICE_REFERENCE = "priceReference"; // S
    private static final String PERIOD = "period"; // S, absent of a pack
    private static final String PLAN = "plan"; // S, absent of a pack
    private static final String EXPIRES_AFTER = "expiresAfterDays"; // N, absent if never
    private static final String EXPIRES_WITH = "expiresWithPeriod"; // BOOL
    private static final String STATE = "state"; // S
    private static final String CHECKOUT = "checkout"; // M, absent until opened
    private static final String SESSION = "session"; // S
    private static final String URL = "url"; // S
    private static final String LIVE = "live"; // BOOL
    private static final String CLOSES_AT = "closesAt"; // S, instant
    private static final String CUSTOMER = "customer"; // S, absent if unknown
    private static final String CREATED_AT = "createdAt"; // S, instant
    private static final String CONSENTED_AT = "consentedAt"; // S, instant
    private static final String EMAIL = "billingEmail"; // S, absent until paid
    private static final String PAYMENT = "payment"; // S, absent until paid
    private static final String SUBSCRIPTION = "subscription"; // S, absent of a pack
    private static final String LOOKED_AT = "lookedAt"; // N, milliseconds, absent if never

    private OrderItem() {}

    static Map<String, AttributeValue> key(OrderReference order) {
        return Attributes.key(AccountItem.pk(order.account()), PREFIX + order.order());
    }

    static Get get(String table, OrderReference order) {
        return Get.builder().tableName(table).key(key(order)).build();
    }

    static TransactWriteItem putListed(String table, Order order) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(
                                AccountItem.pk(order.account()),
                                Listed.sort(LISTED, order.createdAt(), order.id().value())));
        item.put(Attributes.VERSION, Attributes.version());
        return Actions.putNew(table, item);
    }

    /** Those of an account, as {@link #putListed} left them. */
    static Listed listed() {
        return new Listed(LISTED, "ord_[0-9a-f]{32}");
    }

    /**
     * Writes an order over what was seen.
     *
     * @param seen its revision; 0 if there was none
     */
    static TransactWriteItem put(String table, Order order, long seen) {
        return Actions.putSeen(table, write(order, seen + 1), REVISION, seen);
    }

    static long revision(Map<String, AttributeValue> stored) {
        return stored.isEmpty() ? 0 : Attributes.ofItem(stored).number(REVISION);
    }

    /** Keeps a checkout where there is none. */
    static Update keep(String table, OrderReference order, Checkout checkout) {
        return Update.builder()
                .tableName(table)
                .key(key(order))
                .updateExpression("SET #checkout = :checkout ADD #revision :one")
                .conditionExpression("attribute_exists(pk) AND attribute_not_exists(#checkout)")
                .expressionAttributeNames(Map.of("#checkout", CHECKOUT, "#revision", REVISION))
                .expressionAttributeValues(Map.of(":checkout", write(checkout), ":one", n(1)))
                .build();
    }

    /** Says that somebody asks the processor now, unless somebody did after that moment. */
    static Update look(String table, OrderReference order, Instant now, Instant notSince) {
        return Update.builder()
                .tableName(table)
                .key(key(order))
                .updateExpression("SET #looked = :now ADD #revision :one")
                .conditionExpression(
                        "attribute_exists(pk)"
                                + " AND (attribute_not_exists(#looked) OR #looked <= :since)")
                .expressionAttributeNames(Map.of("#looked", LOOKED_AT, "#revision", REVISION))
                .expressionAttributeValues(
                        Map.of(
                                ":now", n(now.toEpochMilli()),
                                ":since", n(notSince.toEpochMilli()),
                                ":one", n(1)))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private static Map<String, AttributeValue> write(Order order, long revision) {
        Map<String, AttributeValue> item = new HashMap<>(key(order.reference()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(REVISION, n(revision));
        write(item, order.purchase());
        item.put(STATE, s(order.state().name()));
        item.put(CREATED_AT, s(order.createdAt()));
        item.put(CONSENTED_AT, s(order.consentedAt()));
        if (order.checkout() != null) {
            item.put(CHECKOUT, write(order.checkout()));
        }
        if (order.billingEmail() != null) {
            item.put(EMAIL, s(order.billingEmail()));
        }
        if (order.payment() != null) {
            item.put(PAYMENT, s(order.payment().text()));
        }
        if (order.subscription() != null) {
            item.put(SUBSCRIPTION, s(order.subscription().text()));
        }
        if (order.lookedAt() != null) {
            item.put(LOOKED_AT, n(order.lookedAt().toEpochMilli()));
        }
        return item;
    }

    private static void write(Map<String, AttributeValue> item, Purchase purchase) {
        item.put(PRODUCT, s(purchase.product().value()));
        item.put(KIND, s(purchase.kind().name()));
        item.put(TITLE, s(purchase.title()));
        item.put(CREDITS, n(purchase.credits().amount()));
        item.put(PRICE, n(purchase.price().amountMinor()));
        item.put(CURRENCY, s(purchase.price().currency()));
        item.put(PROCESSOR, s(purchase.processor()));
        item.put(PRICE_REFERENCE, s(purchase.priceReference()));
        item.put(EXPIRES_WITH, AttributeValue.fromBool(purchase.expiresWithPeriod()));
        if (purchase.period() != null) {
            item.put(PERIOD, s(purchase.period().name()));
        }
        if (purchase.plan() != null) {
            item.put(PLAN, s(purchase.plan()));
        }
        if (purchase.expiresAfterDays() != null) {
            item.put(EXPIRES_AFTER, n(purchase.expiresAfterDays()));
        }
    }

    private static AttributeValue write(Checkout checkout) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(SESSION, s(checkout.session()));
        map.put(URL, s(checkout.url().toString()));
        map.put(LIVE, AttributeValue.fromBool(checkout.live()));
        map.put(CLOSES_AT, s(checkout.expiresAt()));
        if (checkout.customer() != null) {
            map.put(CUSTOMER, s(checkout.customer().value()));
        }
        return AttributeValue.fromM(map);
    }

    static Order read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        AccountId account = AccountItem.id(item.text(Attributes.PK));
        Purchase purchase = purchase(item);
        return new Order(
                new OrderId(item.text(Attributes.SK).substring(PREFIX.length())),
                account,
                purchase,
                OrderState.valueOf(item.text(STATE)),
                checkout(item, purchase.processor()),
                item.instant(CREATED_AT),
                item.instant(CONSENTED_AT),
                item.optionalText(EMAIL).orElse(null),
                item.optionalText(PAYMENT).flatMap(PaymentReference::parse).orElse(null),
                item.optionalText(SUBSCRIPTION).flatMap(SubscriptionReference::parse).orElse(null),
                item.optionalNumber(LOOKED_AT).map(Instant::ofEpochMilli).orElse(null));
    }

    private static Purchase purchase(Attributes item) {
        return new Purchase(
                new ProductId(item.text(PRODUCT)),
                Product.Kind.valueOf(item.text(KIND)),
                item.text(TITLE),
                new Credits(item.number(CREDITS)),
                new Cost(item.number(PRICE), item.text(CURRENCY)),
                item.text(PROCESSOR),
                item.text(PRICE_REFERENCE),
                item.optionalText(PERIOD).map(Product.Period::valueOf).orElse(null),
                item.optionalText(PLAN).orElse(null),
                item.optionalNumber(EXPIRES_AFTER).map(Math::toIntExact).orElse(null),
                item.flag(EXPIRES_WITH));
    }

    private static @Nullable Checkout checkout(Attributes item, String processor) {
        return item.optionalAttributes(CHECKOUT)
                .map(
                        map ->
                                new Checkout(
                                        map.text(SESSION),
                                        URI.create(map.text(URL)),
                                        map.flag(LIVE),
                                        map.instant(CLOSES_AT),
                                        map.optionalText(CUSTOMER)
                                                .map(name -> new CustomerReference(processor, name))
                                                .orElse(null)))
                .orElse(null);
    }
}
