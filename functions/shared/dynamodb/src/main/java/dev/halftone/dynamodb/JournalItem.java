package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A journal entry in the Ledger table, both legs in one item.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk JOURNAL#&lt;kind&gt;#&lt;grant or transfer&gt;
 * local index statement: pk, statementOrder = &lt;epoch millis, 13 digits&gt;#&lt;sk&gt;
 * </pre>
 *
 * The key is the operation, so writing an operation twice collides here too.
 */
final class JournalItem {

    static final String STATEMENT_ORDER = "statementOrder"; // S
    static final Pattern STATEMENT_ORDER_FORM =
            Pattern.compile("\\d{13}#JOURNAL#[A-Z]+#[A-Za-z0-9_-]{1,80}");

    private static final String PREFIX = "JOURNAL#";
    private static final String KIND = "kind"; // S
    private static final String AMOUNT = "amount"; // N
    private static final String LEGS = "legs"; // L of M, together zero
    private static final String BALANCE = "balance"; // S, the sub-balance of a leg
    private static final String SUBJECT = "subject"; // S, optional
    private static final String REASON = "reason"; // S
    private static final String PRICE_VERSION = "priceVersion"; // S, optional
    private static final String TRACE = "traceId"; // S, optional
    private static final String AT = "at"; // S, instant

    private JournalItem() {}

    static TransactWriteItem putNew(String table, JournalEntry entry) {
        String sk = PREFIX + entry.key();
        Map<String, AttributeValue> item =
                new HashMap<>(Attributes.key(AccountItem.pk(entry.account()), sk));
        item.put(VERSION, Attributes.version());
        item.put(STATEMENT_ORDER, s("%013d#%s".formatted(entry.at().toEpochMilli(), sk)));
        item.put(KIND, s(entry.kind().name()));
        item.put(AMOUNT, n(entry.amount().amount()));
        item.put(LEGS, legs(entry.legs()));
        item.put(REASON, s(entry.reason()));
        item.put(AT, s(entry.at()));
        if (entry.subject() != null) {
            item.put(SUBJECT, s(entry.subject()));
        }
        if (entry.priceVersion() != null) {
            item.put(PRICE_VERSION, s(entry.priceVersion()));
        }
        if (entry.trace() != null) {
            item.put(TRACE, s(entry.trace().value()));
        }
        return Actions.putNew(table, item);
    }

    private static AttributeValue legs(List<JournalEntry.Leg> legs) {
        return AttributeValue.fromL(
                legs.stream()
                        .map(
                                leg ->
                                        AttributeValue.fromM(
                                                Map.of(
                                                        BALANCE, s(leg.balance()),
                                                        AMOUNT, n(leg.amount()))))
                        .toList());
    }

    static JournalEntry read(AccountId account, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new JournalEntry(
                account,
                item.text(SK).substring(PREFIX.length()),
                JournalEntry.Kind.valueOf(item.text(KIND)),
                new Credits(item.number(AMOUNT)),
                item.optionalText(SUBJECT).orElse(null),
                item.text(REASON),
                item.optionalText(PRICE_VERSION).orElse(null),
                item.optionalText(TRACE).map(TraceId::new).orElse(null),
                item.instant(AT));
    }

    static Map<String, AttributeValue> statementKey(AccountId account, String order) {
        return Map.of(
                PK, s(AccountItem.pk(account)),
                SK, s(order.substring(order.indexOf('#') + 1)),
                STATEMENT_ORDER, s(order));
    }
}
