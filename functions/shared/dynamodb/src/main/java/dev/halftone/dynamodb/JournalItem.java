package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.PK;
import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;
import static dev.halftone.dynamodb.Attributes.s;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.ledger.Legs;
import dev.halftone.core.seal.LineText;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A journal entry in the Ledger table, all legs in one item: who adds up the legs needs to know
 * neither kinds nor signs.
 *
 * <pre>
 * pk ACCOUNT#&lt;account&gt;  sk JOURNAL#&lt;kind&gt;#&lt;grant, bucket, transfer or cause&gt;
 * local index statement: pk, statementOrder = &lt;epoch millis, 13 digits&gt;#&lt;sk&gt;
 * </pre>
 *
 * The key is the operation, so writing an operation twice collides here too.
 */
final class JournalItem {

    static final String STATEMENT_ORDER = "statementOrder"; // S
    static final Pattern STATEMENT_ORDER_FORM =
            Pattern.compile("\\d{13}#JOURNAL#[A-Z]+#[A-Za-z0-9_.:#-]{1,160}");

    private static final String PREFIX = "JOURNAL#";
    private static final String KIND = "kind"; // S
    private static final String LEGS = "legs"; // M of N, by balance; together zero
    private static final String SUBJECT = "subject"; // S, optional
    private static final String REASON = "reason"; // S
    private static final String PRICE_VERSION = "priceVersion"; // S, optional
    private static final String TRACE = "traceId"; // S, optional
    private static final String AT = "at"; // S, instant
    private static final String CLAIM = "claim"; // S, which call wrote the line

    private JournalItem() {}

    static Map<String, AttributeValue> key(AccountId account, String entry) {
        return Attributes.key(AccountItem.pk(account), PREFIX + entry);
    }

    static boolean isLine(String sortKey) {
        return sortKey.startsWith(PREFIX);
    }

    static TransactWriteItem putNew(String table, JournalEntry entry, String claim) {
        Map<String, AttributeValue> item = new HashMap<>(key(entry.account(), entry.key()));
        item.put(VERSION, Attributes.version());
        item.put(
                STATEMENT_ORDER,
                s("%013d#%s%s".formatted(entry.at().toEpochMilli(), PREFIX, entry.key())));
        item.put(KIND, s(entry.kind().name()));
        item.put(LEGS, legs(entry.legs()));
        item.put(REASON, s(entry.reason()));
        item.put(AT, s(entry.at()));
        item.put(CLAIM, s(claim));
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

    /** Whether this call wrote the line, and only never heard of it. */
    static boolean isOwn(Map<String, AttributeValue> item, String claim) {
        return s(claim).equals(item.get(CLAIM));
    }

    private static AttributeValue legs(Legs legs) {
        return AttributeValue.fromM(
                legs.amounts().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        leg -> leg.getKey().label(), leg -> n(leg.getValue()))));
    }

    private static Legs legs(Attributes stored) {
        Legs legs = Legs.NONE;
        for (Balance balance : Balance.values()) {
            legs = legs.and(balance, stored.optionalNumber(balance.label()).orElse(0L));
        }
        return legs;
    }

    static JournalEntry read(AccountId account, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        return new JournalEntry(
                account,
                item.text(SK).substring(PREFIX.length()),
                JournalEntry.Kind.valueOf(item.text(KIND)),
                legs(item.attributes(LEGS)),
                item.optionalText(SUBJECT).orElse(null),
                item.text(REASON),
                item.optionalText(PRICE_VERSION).orElse(null),
                item.optionalText(TRACE).map(TraceId::new).orElse(null),
                item.instant(AT));
    }

    /**
     * What the line says now, whether or not it could be an entry; empty if it is no line at all
     * any more.
     */
    static Optional<LineText> readLine(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        try {
            return Optional.of(
                    new LineText(
                            item.instant(AT),
                            item.text(SK).substring(PREFIX.length()),
                            item.text(KIND),
                            legs(item.attributes(LEGS)),
                            item.optionalText(PRICE_VERSION).orElse(null),
                            item.text(REASON),
                            item.optionalText(SUBJECT).orElse(null)));
        } catch (PermanentFailure | DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Map<String, AttributeValue> statementKey(AccountId account, String order) {
        return Map.of(
                PK, s(AccountItem.pk(account)),
                SK, s(order.substring(order.indexOf('#') + 1)),
                STATEMENT_ORDER, s(order));
    }
}
