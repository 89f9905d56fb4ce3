package dev.halftone.lambda;

import dev.halftone.core.catalogue.MicroDollars;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a profile. Never fails by itself: it notes what is wrong, and where,
 * in a list that the whole profile shares, and gives a placeholder.
 */
record Fields(String at, JsonNode node, List<String> faults) {

    Fields {
        // Shared on purpose: all objects of a profile write to the same list.
    }

    /** An object inside this one. */
    Fields in(String key) {
        return new Fields(at + key + ".", node.path(key), faults);
    }

    /** The objects of a list, each by its id if it has one. */
    List<Fields> each(String key) {
        List<Fields> each = new ArrayList<>();
        JsonNode list = node.path(key);
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).path("id").asString(Integer.toString(i));
            each.add(new Fields(at + key + "[" + id + "].", list.get(i), faults));
        }
        return each;
    }

    /** The keys of an object inside this one. */
    List<String> keys(String key) {
        return List.copyOf(node.path(key).propertyNames());
    }

    boolean has(String key) {
        return node.has(key);
    }

    void fault(String key, String what) {
        faults.add(at + key + " " + what);
    }

    /** Notes every key that is none of these. */
    Fields known(Set<String> keys) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                fault(key, "is unknown");
            }
        }
        return this;
    }

    void absent(String why, String... keys) {
        for (String key : keys) {
            if (node.has(key)) {
                fault(key, why);
            }
        }
    }

    String text(String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.asString().isBlank()) {
            fault(key, "is no text");
            return "";
        }
        return value.asString();
    }

    @Nullable String optionalText(String key) {
        return node.has(key) ? text(key) : null;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.path(key)) {
            if (each.isString()) {
                texts.add(each.asString());
            } else {
                fault(key, "has what is no text");
            }
        }
        return texts;
    }

    long number(String key) {
        JsonNode value = node.path(key);
        if (!value.isInt() || value.asInt() < 0) {
            fault(key, "is no whole number");
            return 0;
        }
        return value.asInt();
    }

    /** An amount of money, which a profile says in millionths of a dollar. */
    MicroDollars money(String key) {
        JsonNode value = node.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            fault(key, "is no amount");
            return MicroDollars.ZERO;
        }
        return new MicroDollars(value.asLong());
    }

    List<Integer> numbers(String key) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode each : node.path(key)) {
            if (each.isInt()) {
                numbers.add(each.asInt());
            } else {
                fault(key, "has what is no whole number");
            }
        }
        return numbers;
    }

    boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isBoolean()) {
            fault(key, "is neither true nor false");
        }
        return value.asBoolean(false);
    }

    @Nullable URI uri(String key) {
        return valid(key, () -> URI.create(text(key)));
    }

    @Nullable LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException _) {
            fault(key, "is no date");
            return null;
        }
    }

    /** One of the constants, as a profile spells them. */
    <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
        String text = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        fault(key, "is none of the known");
        return null;
    }

    /** What can be made of them, or a fault with the reason why not. */
    <T> @Nullable T valid(String key, Supplier<T> source) {
        try {
            return source.get();
        } catch (IllegalArgumentException e) {
            fault(key, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
