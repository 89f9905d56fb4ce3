package dev.halftone.core.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt with the names of columns in braces, such as <code>A photo of {name}</code>. Braces that
 * are to stay are written twice.
 */
public final class Template {

    /** Longer than the prompt of any model. */
    public static final int CHARACTERS_MAX = 8_000;

    private final List<Part> parts;

    private sealed interface Part {
        record Words(String text) implements Part {}

        record Column(int index) implements Part {}
    }

    /** What became of reading one. */
    public sealed interface Outcome {

        record Usable(Template template) implements Outcome {}

        /** It names a column that the sheet does not have. */
        record UnknownColumn(String name) implements Outcome {}

        /** Nothing in it, far too much, or a brace without its other. */
        record Malformed() implements Outcome {}
    }

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Outcome read(String text, List<String> columns) {
        if (text.isBlank() || text.length() > CHARACTERS_MAX) {
            return new Outcome.Malformed();
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char here = text.charAt(at);
            boolean twice = at + 1 < text.length() && text.charAt(at + 1) == here;
            if (here == '}' && !twice) {
                return new Outcome.Malformed();
            }
            if (here == '{' && !twice) {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    return new Outcome.Malformed();
                }
                String name = text.substring(at + 1, end).strip();
                int column = columns.indexOf(name);
                if (column < 0) {
                    return new Outcome.UnknownColumn(name);
                }
                parts.add(new Part.Words(words.toString()));
                parts.add(new Part.Column(column));
                words.setLength(0);
                at = end + 1;
                continue;
            }
            words.append(here);
            at += here == '{' || here == '}' ? 2 : 1;
        }
        parts.add(new Part.Words(words.toString()));
        return new Outcome.Usable(new Template(parts));
    }

    /** The prompt for a row of the sheet that the template was read for. */
    public String prompt(SheetRow row) {
        StringBuilder prompt = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Words words -> prompt.append(words.text());
                case Part.Column column -> prompt.append(row.cells().get(column.index()));
            }
        }
        return prompt.toString();
    }
}
