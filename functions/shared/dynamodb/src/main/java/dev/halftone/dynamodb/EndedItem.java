package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.SK;
import static dev.halftone.dynamodb.Attributes.VERSION;
import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.generation.Ending;
import dev.halftone.core.generation.Endings;
import dev.halftone.core.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How many generations of one model ended on one day of UTC, in the Studio table: an attribute for
 * each hour and way to end, so that a day and a month are told from the same counts. It says
 * nothing about anybody.
 *
 * <pre>
 * pk ENDED  sk ENDED#&lt;yyyy-mm-dd&gt;#&lt;counter&gt;#&lt;model&gt;
 * </pre>
 *
 * All lie in one partition, so that one query reads a month of every model. Ends of one model at
 * the same moment meet in one of four counters.
 */
final class EndedItem {

    static final String PARTITION = "ENDED";

    private static final String SEPARATOR = "#";
    private static final int PARTS = 4;
    private static final int COUNTERS = 4;
    private static final String COUNTED_UNTIL = "countedUntil"; // N, epoch seconds, removed then
    private static final int HOUR_DIGITS = 2;
    // A month can be asked for, and whoever looks into it a few days later still finds it.
    private static final Duration KEPT = Duration.ofDays(40);

    private EndedItem() {}

    /** The first key of that day. */
    static String from(LocalDate day) {
        return PARTITION + SEPARATOR + day;
    }

    /** Counts an end; whoever writes it in the transaction of that end counts it once. */
    static TransactWriteItem count(String table, Generation ended) {
        Instant at = Objects.requireNonNull(ended.state().endedAt());
        int counter = Math.floorMod(ended.id().value().hashCode(), COUNTERS);
        String sort =
                from(LocalDate.ofInstant(at, ZoneOffset.UTC))
                        + SEPARATOR
                        + counter
                        + SEPARATOR
                        + ended.request().model();
        return Actions.update(
                Update.builder()
                        .tableName(table)
                        .key(Attributes.key(PARTITION, sort))
                        .updateExpression(
                                "SET #until = if_not_exists(#until, :until), #version = :version"
                                        + " ADD #hour :one")
                        .expressionAttributeNames(
                                Map.of(
                                        "#hour", hour(Ending.of(ended.state()), at),
                                        "#until", COUNTED_UNTIL,
                                        "#version", VERSION))
                        .expressionAttributeValues(
                                Map.of(
                                        ":one", n(1),
                                        ":until", n(at.plus(KEPT).getEpochSecond()),
                                        ":version", Attributes.version()))
                        .build());
    }

    private static String hour(Ending ending, Instant at) {
        return "%s%02d".formatted(ending.code(), at.atOffset(ZoneOffset.UTC).getHour());
    }

    static List<Endings.Count> read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.ofItem(stored);
        String[] parts = item.text(SK).split(SEPARATOR, PARTS);
        Instant day = LocalDate.parse(parts[1]).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Endings.Count> counts = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            for (String name : item.map().keySet()) {
                if (isOf(ending, name)) {
                    int hour = Integer.parseInt(name.substring(ending.code().length()));
                    counts.add(
                            new Endings.Count(
                                    parts[PARTS - 1],
                                    day.plus(Duration.ofHours(hour)),
                                    ending,
                                    item.number(name)));
                }
            }
        }
        return counts;
    }

    private static boolean isOf(Ending ending, String name) {
        return name.startsWith(ending.code())
                && name.length() == ending.code().length() + HOUR_DIGITS;
    }
}
