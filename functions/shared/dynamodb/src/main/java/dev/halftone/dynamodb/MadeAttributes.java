package dev.halftone.dynamodb;

import static dev.halftone.dynamodb.Attributes.n;

import dev.halftone.core.catalogue.Plan;
import dev.halftone.core.catalogue.Quota;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.Made;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How many pieces of work were accepted, beside what they may cost: {@code made} and {@code madeNN}
 * of all, {@code made <model>} and {@code madeNN <model>} of those models that have a quota of
 * their own, where NN is a day of the item's month.
 */
record MadeAttributes(List<Counter> counters) {

    /** Of a counter that counts only money. */
    static final MadeAttributes NONE = new MadeAttributes(List.of());

    private static final String PREFIX = "made";
    private static final String OF_MODEL = " ";

    /** Of what that generation is one more. */
    static MadeAttributes of(Generation generation, Plan plan) {
        String day = day(generation.createdAt());
        String model = generation.request().model();
        Quota all = plan.all();
        List<Counter> everything =
                List.of(
                        new Counter("All", day, all.day()),
                        new Counter("Alls", PREFIX, all.month()));
        if (!plan.models().containsKey(model)) {
            return new MadeAttributes(everything);
        }
        Quota own = plan.of(model);
        return new MadeAttributes(
                List.of(
                        everything.getFirst(),
                        everything.getLast(),
                        new Counter("One", day + OF_MODEL + model, own.day()),
                        new Counter("Ones", PREFIX + OF_MODEL + model, own.month())));
    }

    /** One attribute, and how much it may come to. */
    record Counter(String variable, String attribute, long max) {}

    String sets() {
        StringBuilder sets = new StringBuilder();
        for (Counter each : counters) {
            String name = "#made" + each.variable();
            sets.append(", ").append(name).append(" = if_not_exists(").append(name);
            sets.append(", :zero) + :one");
        }
        return sets.toString();
    }

    String conditions() {
        StringBuilder conditions = new StringBuilder();
        for (Counter each : counters) {
            String name = "#made" + each.variable();
            conditions.append(" AND (attribute_not_exists(").append(name).append(") OR ");
            conditions.append(name).append(" < :made").append(each.variable()).append(")");
        }
        return conditions.toString();
    }

    Map<String, String> names(Map<String, String> others) {
        Map<String, String> names = new HashMap<>(others);
        counters.forEach(each -> names.put("#made" + each.variable(), each.attribute()));
        return names;
    }

    Map<String, AttributeValue> values(Map<String, AttributeValue> others) {
        Map<String, AttributeValue> values = new HashMap<>(others);
        if (!counters.isEmpty()) {
            values.put(":one", n(1));
        }
        counters.forEach(each -> values.put(":made" + each.variable(), n(each.max())));
        return values;
    }

    /** What the item says of that day and its month. */
    static Made read(Map<String, AttributeValue> item, Instant at) {
        if (item.isEmpty()) {
            return Made.NOTHING;
        }
        String ofModel = PREFIX + OF_MODEL;
        Map<String, Made.Count> models = new HashMap<>();
        for (String attribute : item.keySet()) {
            if (attribute.startsWith(ofModel)) {
                String model = attribute.substring(ofModel.length());
                models.put(model, count(item, at, OF_MODEL + model));
            }
        }
        return new Made(count(item, at, ""), models);
    }

    private static Made.Count count(Map<String, AttributeValue> stored, Instant at, String suffix) {
        Attributes item = Attributes.ofItem(stored);
        return new Made.Count(
                item.optionalNumber(day(at) + suffix).orElse(0L),
                item.optionalNumber(PREFIX + suffix).orElse(0L));
    }

    private static String day(Instant at) {
        return PREFIX + "%02d".formatted(at.atOffset(ZoneOffset.UTC).getDayOfMonth());
    }
}
