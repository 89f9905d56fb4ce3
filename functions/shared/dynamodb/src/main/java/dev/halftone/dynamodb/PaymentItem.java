package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.Mismatch;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaidPeriod;
import dev.halftone.core.payment.Payment;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.SubscriptionReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A payment in the Ledger table: found by the processor's name of it, which is all that a refund
 * names, and listed in the account that it is of.
 *
 * <pre>
 * pk PAYMENT#&lt;processor&gt;:&lt;its name&gt;  sk PAYMENT
 * pk ACCOUNT#&lt;account&gt;               sk PAID#&lt;milliseconds, 13 digits&gt;#&lt;the same name&gt;
 * </pre>
 */
final class PaymentItem {

    static final String LISTED = "PAID#";

    private static final String PREFIX = "PAYMENT#";
    private static final String SORT = "PAYMENT";

    private static final String REVISION = "revision"; // N, how often it was written
    private static final String BOUGHT = "bought"; // M, absent until known
    private static final String ORDER = "order"; // S, account and order
    private static final String BUSINESS_KEY = "businessKey"; // S
    private static final String TITLE = "title"; // S
    private static final String TOTAL = "totalMinor"; // N
    private static final String CURRENCY = "currency"; // S
    private static final String GRANTED = "granted"; // N
    private static final String MISMATCH = "mismatch"; // S, absent if there is none
    private static final String PAID_AT = "paidAt"; // S, instant
    private static final String TERM = "term"; // M, absent of a pack
    private static final String SUBSCRIPTION = "subscription"; // S
    private static final String PART = "part"; // N, of
    private static final String WHOLE = "whole"; // N
    private static final String BEGINS_AT = "beginsAt"; // S, instant
    private static final String ENDS_AT = "endsAt"; // S, instant
    private static final String REFUND = "refund"; // M, absent if nothing went back
    private static final String REFUNDED = "refundedMinor"; // N, of
    private static final String PAID = "paidMinor"; // N
    private static final String DISPUTES = "disputes"; // M of M, by the processor's name of each
    private static final String PHASE = "phase"; // S
    private static final String AMOUNT = "amountMinor"; // N
    private static final String HOLD = "hold"; // S
    private static final String AS_OF = "asOf"; // S, instant
    private static final String REVOKED = "revoked"; // N
    private static final String RETURNS = "returns"; // N

    private PaymentItem() {}

    static String pk(PaymentReference payment) {
        return PREFIX + payment.text();
    }

    static Map<String, AttributeValue> key(PaymentReference payment) {
        return Attributes.key(pk(payment), SORT);
    }

    /** Of the payment that {@link #putListed} left a mark of. */
    static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> listed) {
        String sort = new Attributes(listed).text(Attributes.SK);
        return Attributes.key(
                PREFIX + sort.substring(sort.indexOf('#', LISTED.length()) + 1), SORT);
    }

    static Get get(String table, PaymentReference payment) {
        return Get.builder().tableName(table).key(key(payment)).build();
    }

    static TransactWriteItem putListed(
            String table, PaymentReference payment, Payment.Bought what) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        Attributes.key(
                                AccountItem.pk(what.order().account()),
                                Listed.sort(LISTED, what.at(), payment.text())));
        item.put(Attributes.VERSION, Attributes.version());
        return Actions.putNew(table, item);
    }

    /** Those of an account, as {@link #putListed} left them. */
    static Listed listed() {
        return new Listed(LISTED, "[a-z]{2,20}:[A-Za-z0-9_.-]{1,100}");
    }

    /** Writes a payment over the one of the version before. */
    static TransactWriteItem put(String table, Payment payment) {
        return Actions.putSeen(table, write(payment), REVISION, payment.version() - 1);
    }

    private static Map<String, AttributeValue> write(Payment payment) {
        Map<String, AttributeValue> item = new HashMap<>(key(payment.reference()));
        item.put(Attributes.VERSION, Attributes.version());
        item.put(REVISION, n(payment.version()));
        item.put(REVOKED, n(payment.revoked().amount()));
        item.put(RETURNS, n(payment.returns()));
        if (payment.bought() != null) {
            item.put(BOUGHT, AttributeValue.fromM(write(payment.bought())));
        }
        if (!payment.refund().equals(Payment.Refund.NONE)) {
            item.put(
                    REFUND,
                    AttributeValue.fromM(
                            Map.of(
                                    REFUNDED, n(payment.refund().refundedMinor()),
                                    PAID, n(payment.refund().paidMinor()),
                                    AS_OF, s(payment.refund().at()))));
        }
        Map<String, AttributeValue> disputes = new HashMap<>();
        payment.disputes().forEach((name, dispute) -> disputes.put(name, write(dispute)));
        item.put(DISPUTES, AttributeValue.fromM(disputes));
        return item;
    }

    private static Map<String, AttributeValue> write(Payment.Bought bought) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(ORDER, s(bought.order().text()));
        map.put(BUSINESS_KEY, s(bought.key().value()));
        map.put(TITLE, s(bought.title()));
        map.put(TOTAL, n(bought.total().amountMinor()));
        map.put(CURRENCY, s(bought.total().currency()));
        map.put(GRANTED, n(bought.granted().amount()));
        map.put(PAID_AT, s(bought.at()));
        if (bought.mismatch() != null) {
            map.put(MISMATCH, s(bought.mismatch().name()));
        }
        if (bought.term() != null) {
            PaidPeriod term = bought.term();
            map.put(
                    TERM,
                    AttributeValue.fromM(
                            Map.of(
                                    SUBSCRIPTION, s(term.subscription().text()),
                                    PART, n(term.fraction().numerator()),
                                    WHOLE, n(term.fraction().denominator()),
                                    BEGINS_AT, s(term.start()),
                                    ENDS_AT, s(term.end()))));
        }
        return map;
    }

    private static AttributeValue write(Payment.Dispute dispute) {
        return AttributeValue.fromM(
                Map.of(
                        PHASE, s(dispute.phase().name()),
                        AMOUNT, n(dispute.amountMinor()),
                        AS_OF, s(dispute.at()),
                        HOLD, s(dispute.hold().name())));
    }

    static Payment read(PaymentReference reference, Map<String, AttributeValue> stored) {
        if (stored.isEmpty()) {
            return Payment.unknown(reference);
        }
        Attributes item = Attributes.ofItem(stored);
        return new Payment(
                reference,
                item.optionalAttributes(BOUGHT).map(PaymentItem::bought).orElse(null),
                item.optionalAttributes(REFUND)
                        .map(PaymentItem::refund)
                        .orElse(Payment.Refund.NONE),
                disputes(item.attributes(DISPUTES)),
                new Credits(item.number(REVOKED)),
                Math.toIntExact(item.number(RETURNS)),
                item.number(REVISION));
    }

    private static Payment.Bought bought(Attributes map) {
        return new Payment.Bought(
                known(OrderReference.parse(map.text(ORDER))),
                new BusinessKey(map.text(BUSINESS_KEY)),
                map.text(TITLE),
                new Cost(map.number(TOTAL), map.text(CURRENCY)),
                new Credits(map.number(GRANTED)),
                map.optionalText(MISMATCH).map(Mismatch::valueOf).orElse(null),
                term(map),
                map.instant(PAID_AT));
    }

    private static @Nullable PaidPeriod term(Attributes map) {
        return map.optionalAttributes(TERM)
                .map(
                        term ->
                                new PaidPeriod(
                                        known(SubscriptionReference.parse(term.text(SUBSCRIPTION))),
                                        new Fraction(term.number(PART), term.number(WHOLE)),
                                        term.instant(BEGINS_AT),
                                        term.instant(ENDS_AT)))
                .orElse(null);
    }

    private static Payment.Refund refund(Attributes map) {
        return new Payment.Refund(map.number(REFUNDED), map.number(PAID), map.instant(AS_OF));
    }

    private static SortedMap<String, Payment.Dispute> disputes(Attributes map) {
        SortedMap<String, Payment.Dispute> disputes = new TreeMap<>();
        for (String name : map.map().keySet()) {
            Attributes dispute = map.attributes(name);
            disputes.put(
                    name,
                    new Payment.Dispute(
                            DisputePhase.valueOf(dispute.text(PHASE)),
                            dispute.number(AMOUNT),
                            dispute.instant(AS_OF),
                            Payment.Hold.valueOf(dispute.text(HOLD))));
        }
        return disputes;
    }

    private static <T> T known(Optional<T> parsed) {
        return parsed.orElseThrow(
                () -> new PermanentFailure("dynamodb", "a payment has a name that is none"));
    }
}
