package dev.halftone.sandbox.llm;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes about a brief, always the same about the same. */
final class Writer {

    private static final int TITLE_WORDS_MAX = 6;
    private static final int SEVERAL = 3;
    private static final Pattern COUNT = Pattern.compile("^(\\d{1,2}) to \\d{1,2} of them$");

    private static final String[] LIGHT = {
        "Low evening sun comes from the left and draws long shadows",
        "A grey morning lights everything evenly and softly",
        "The last blue of dusk meets a few warm lamps",
        "Hard noon light leaves small, dark shadows",
        "Light falls through a high window and shows the dust in the air"
    };
    private static final String[] VIEW = {
        "It is seen from eye level, a few steps away, with the horizon low in the frame",
        "It is seen from above, so that its surroundings make a pattern",
        "It is seen from close by, and what lies behind dissolves into soft shapes",
        "It is seen from far away and small, with much room around it"
    };
    private static final String[] HAND = {
        "An offset print in four inks, with visible dots and slightly warm paper",
        "A photograph on medium-format film with fine grain and restrained colours",
        "A gouache painting with flat shapes and dry brush marks at the edges",
        "A linocut in two colours with clear, carved lines"
    };

    private final String brief;

    Writer(String brief) {
        this.brief = brief.strip();
    }

    /** A value for whatever the schema names. */
    JsonNode answer(String name, JsonNode schema) {
        return switch (schema.path("type").asString("object")) {
            case "string" ->
                    JsonNodeFactory.instance.stringNode(
                            name.startsWith("title")
                                    ? title() + name.substring("title".length())
                                    : text(name));
            case "integer" -> JsonNodeFactory.instance.numberNode(SEVERAL);
            case "array" -> several(name, schema);
            default -> parts(name, schema.path("properties"));
        };
    }

    /** Each of several says something of its own. */
    private ObjectNode parts(String name, JsonNode properties) {
        String which = name.replaceFirst("^\\D*", " ").stripTrailing();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            object.set(property.getKey(), answer(property.getKey() + which, property.getValue()));
        }
        return object;
    }

    /** As many as its description asks for at least, in the words in which we say it. */
    private ArrayNode several(String name, JsonNode schema) {
        Matcher asked = COUNT.matcher(schema.path("description").asString(""));
        int count = asked.find() ? Integer.parseInt(asked.group(1)) : SEVERAL;
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 1; i <= count; i++) {
            array.add(answer(name + " " + i, schema.path("items")));
        }
        return array;
    }

    private String title() {
        StringJoiner title = new StringJoiner(" ");
        String[] words = brief.split("\\s+", -1);
        for (int i = 0; i < Math.min(words.length, TITLE_WORDS_MAX); i++) {
            title.add(words[i]);
        }
        return capital(withoutEnd(title.toString()));
    }

    private String text(String name) {
        Random dice = new Random(31L * brief.hashCode() + name.hashCode());
        return capital(withoutEnd(brief))
                + ". "
                + one(LIGHT, dice)
                + ". "
                + one(VIEW, dice)
                + ". "
                + one(HAND, dice)
                + ".";
    }

    private static String one(String[] of, Random dice) {
        return of[dice.nextInt(of.length)];
    }

    private static String withoutEnd(String text) {
        return text.replaceAll("[\\s.,;:!?]+$", "");
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
