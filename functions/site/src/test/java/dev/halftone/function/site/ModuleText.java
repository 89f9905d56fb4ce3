package dev.halftone.function.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The texts in one of the page's modules, read without running it: enough of the language to tell
 * texts from comments, regular expressions and code.
 */
final class ModuleText {
    private static final int BEFORE_CHARACTERS = 80;
    private static final String BEFORE_A_PATTERN = "(,=:[!&|?{};>";
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final String code;
    private final List<Text> texts = new ArrayList<>();

    /**
     * A text as it is seen, with {0}, {1} ... for the values of a template.
     *
     * @param before the code on its left
     * @param template whether values can be in it
     */
    record Text(String words, String before, boolean template) {}

    private ModuleText(String code) {
        this.code = code;
    }

    static List<Text> of(String code) {
        ModuleText module = new ModuleText(code);
        module.code(0, false);
        return List.copyOf(module.texts);
    }

    /** Reads code, to its end or to the brace that ends a value of a template. */
    private int code(int from, boolean value) {
        int depth = 0;
        char before = '(';
        int at = from;
        while (at < code.length()) {
            char now = code.charAt(at);
            if (value && now == '}' && depth-- == 0) {
                return at;
            }
            depth += value && now == '{' ? 1 : 0;
            int next = token(at, now, before);
            before = Character.isWhitespace(now) || comment(at) ? before : now;
            at = next;
        }
        return at;
    }

    private boolean comment(int at) {
        return code.startsWith("//", at) || code.startsWith("/*", at);
    }

    private int token(int at, char now, char before) {
        if (code.startsWith("//", at)) {
            return code.indexOf('\n', at);
        }
        if (code.startsWith("/*", at)) {
            return code.indexOf("*/", at) + 2;
        }
        return switch (now) {
            case '"' -> string(at);
            case '`' -> template(at);
            case '/' -> BEFORE_A_PATTERN.indexOf(before) < 0 ? at + 1 : pattern(at + 1);
            default -> at + 1;
        };
    }

    private int string(int at) {
        int end = at + 1;
        while (code.charAt(end) != '"') {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        add(code.substring(at + 1, end), at, false);
        return end + 1;
    }

    private int template(int at) {
        StringBuilder words = new StringBuilder();
        int values = 0;
        int end = at + 1;
        while (code.charAt(end) != '`') {
            if (code.startsWith("${", end)) {
                words.append('{').append(values++).append('}');
                end = code(end + 2, true) + 1;
            } else {
                int length = code.charAt(end) == '\\' ? 2 : 1;
                words.append(code, end, end + length);
                end += length;
            }
        }
        add(words.toString(), at, true);
        return end + 1;
    }

    private int pattern(int at) {
        boolean set = false;
        int end = at;
        while (set || code.charAt(end) != '/') {
            char now = code.charAt(end);
            set = now == '[' || (set && now != ']');
            end += now == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private void add(String raw, int at, boolean template) {
        String words =
                UNICODE.matcher(raw)
                        .replaceAll(
                                found ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(found.group(1), 16))))
                        .replace("\\\"", "\"");
        texts.add(
                new Text(words, code.substring(Math.max(0, at - BEFORE_CHARACTERS), at), template));
    }
}
