package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.account.UserId;
import dev.halftone.core.catalogue.Ceilings.Ceiling;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.generation.Spent;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What was spent at providers in one month of UTC, in the Studio table: of one person, or in one of
 * the counters of everybody. The month and each of its days are attributes of one item, so that
 * both are counted by one write, together with how many pieces of work it was ({@link
 * MadeAttributes}). It stays below two kilobytes, and grows by half a one for each model that has a
 * quota of its own and is used every day.
 *
 * <pre>
 * pk SPENT#&lt;user&gt;         sk SPENT#&lt;yyyy-mm&gt;
 * pk SPENT#ALL#&lt;counter&gt;  sk SPENT#&lt;yyyy-mm&gt;
 * </pre>
 */
final class SpentItem {

    private static final String PREFIX = "SPENT#";
    private static final String MONTH = "month"; // N, micro-dollars
    private static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then
    // An operator can still look at it when the bills have come.
    private static final Duration KEPT = Duration.ofDays(40);

    private SpentItem() {}

    static Map<String, AttributeValue> key(UserId user, Instant at) {
        return key(user.value(), at);
    }

    static Map<String, AttributeValue> key(int shard, Instant at) {
        return key("ALL#" + shard, at);
    }

    private static Map<String, AttributeValue> key(String whose, Instant at) {
        return Attributes.key(PREFIX + whose, PREFIX + month(at));
    }

    /** What it costs, and what may be spent. */
    record Bound(MicroDollars cost, Ceiling ceiling) {}

    /** Counts, unless that passes the ceiling or a limit. */
    static TransactWriteItem count(
            String table,
            Map<String, AttributeValue> key,
            Bound bound,
            MadeAttributes made,
            Instant at) {
        MicroDollars cost = bound.cost();
        Ceiling ceiling = bound.ceiling();
        Instant end = month(at).plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Actions.update(
                Update.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(
                                "SET #day = if_not_exists(#day, :zero) + :cost,"
                                        + " #month = if_not_exists(#month, :zero) + :cost,"
                                        + " #until = :until, #version = :version"
                                        + made.sets())
                        .conditionExpression(
                                "(attribute_not_exists(#day) OR #day <= :dayBefore) AND"
                                    + " (attribute_not_exists(#month) OR #month <= :monthBefore)"
                                        + made.conditions())
                        .expressionAttributeNames(
                                made.names(
                                        Map.of(
                                                "#day", day(at),
                                                "#month", MONTH,
                                                "#until", COUNTED_UNTIL,
                                                "#version", VERSION)))
                        .expressionAttributeValues(
                                made.values(
                                        Map.of(
                                                ":zero", n(0),
                                                ":cost", n(cost.amount()),
                                                ":dayBefore", n(ceiling.day().minus(cost).amount()),
                                                ":monthBefore",
                                                        n(ceiling.month().minus(cost).amount()),
                                                ":until", n(end.plus(KEPT).getEpochSecond()),
                                                ":version", Attributes.version())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build());
    }

    /** Nothing, if there is no such item. */
    static Spent read(Map<String, AttributeValue> stored, Instant at) {
        if (stored.isEmpty()) {
            return Spent.NOTHING;
        }
        Attributes item = Attributes.ofItem(stored);
        return new Spent(
                new MicroDollars(item.optionalNumber(day(at)).orElse(0L)),
                new MicroDollars(item.number(MONTH)));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static String day(Instant at) {
        return "day%02d".formatted(at.atOffset(ZoneOffset.UTC).getDayOfMonth());
    }
}
