package dev.halftone.function.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module and all that it imports as one script, so that a first visit asks for one file.
 *
 * <p>Each module becomes a function that is called once and returns what it exports; those it
 * imports come before it, as in a browser. Only the forms of import and export that the page uses
 * are known, each on a line of its own: any other fails the start, and so the build.
 */
final class JoinedScript {
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(?:import|export)\\b.*$");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:(\\{ [\\w, ]+ }|\\* as \\w+) from )?\"(\\.[\\w./-]+)\";");
    private static final Pattern EXPORT =
            Pattern.compile("export ((?:const|class|function|async function) (\\w+).*)");

    private final UnaryOperator<String> files;

    /** Finished modules, in the order of their names in the script. */
    private final Map<String, String> modules = new LinkedHashMap<>();

    private final Set<String> underWay = new LinkedHashSet<>();

    private JoinedScript(UnaryOperator<String> files) {
        this.files = files;
    }

    /**
     * Joins what the entry leads to.
     *
     * @param files the text of a file by its path
     */
    static String of(String entry, UnaryOperator<String> files) {
        JoinedScript script = new JoinedScript(files);
        script.add(entry);
        StringBuilder joined = new StringBuilder();
        script.modules.forEach((path, module) -> joined.append(wrapped(path, module)));
        return joined.toString();
    }

    private void add(String path) {
        if (modules.containsKey(path)) {
            return;
        }
        if (!underWay.add(path)) {
            throw new IllegalStateException("Modules import each other: " + underWay);
        }
        Set<String> exports = new LinkedHashSet<>();
        String body =
                STATEMENT
                        .matcher(files.apply(path))
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                plain(found.group(), path, exports)));
        underWay.remove(path);
        modules.put(path, body + "return { " + String.join(", ", exports) + " };");
    }

    /** An import or export as it stands inside of a function. */
    private String plain(String statement, String path, Set<String> exports) {
        Matcher export = EXPORT.matcher(statement);
        if (export.matches()) {
            exports.add(export.group(2));
            return export.group(1);
        }
        Matcher imported = IMPORT.matcher(statement);
        if (!imported.matches()) {
            throw new IllegalStateException("Not understood in " + path + ": " + statement);
        }
        String target = JoinedStyle.resolve(path, imported.group(2));
        add(target);
        String names = imported.group(1);
        return names == null
                ? ""
                : "const " + names.replace("* as ", "") + " = " + name(target) + ";";
    }

    private static String wrapped(String path, String module) {
        return "const " + name(path) + " = (() => {\n" + module + "\n})();\n";
    }

    /** {@code js/elements/app-header.js} is {@code js_elements_app_header_js}. */
    private static String name(String path) {
        return path.replaceAll("\\W", "_");
    }
}
