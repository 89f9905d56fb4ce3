package dev.halftone.function.site;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet with those that it imports in their places. */
final class JoinedStyle {
    private static final Pattern IMPORT = Pattern.compile("(?m)^@import \"([\\w./-]+)\";$");

    private JoinedStyle() {}

    static String of(String entry, UnaryOperator<String> files) {
        return IMPORT.matcher(files.apply(entry))
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        files.apply(resolve(entry, found.group(1)))));
    }

    /** The path of what a file names, as a browser would understand it. */
    static String resolve(String from, String named) {
        return URI.create(from).resolve(named).toString();
    }
}
