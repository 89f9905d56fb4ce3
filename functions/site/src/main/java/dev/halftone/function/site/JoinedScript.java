package dev.halftone.function.site;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A module and all that it imports as one script, so that a first visit asks for one file.
 *
 * <p>Each module becomes a function that is called once and returns what it exports; those it
 * imports come before it, as in a browser. Only the forms of import and export that the page uses
 * are known, each on a line of its own: any other fails the start, and so the build. What is
 * imported by a call ({@code () => import("./late.js")}) stays a file of its own, see {@link
 * LateModules}.
 */
final class JoinedScript {
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(?:import|export)\\b.*$");
    static final Pattern IMPORT =
            Pattern.compile("import (?:(\\{ [\\w, ]+ }|\\* as \\w+) from )?\"(\\.[\\w./-]+)\";");

    /** As a function says it, which no comment about types does. */
    static final Pattern LATE_IMPORT =
            Pattern.compile("(?<==> )import\\(\"(\\.[\\w./-]+)\"\\)(?!\\.)");

    private static final Pattern EXPORT =
            Pattern.compile("export ((?:const|class|function|async function) (\\w+).*)");

    private final String entry;
    private final UnaryOperator<String> files;

    /** Finished modules, in the order of their names in the script. */
    private final Map<String, String> modules = new LinkedHashMap<>();

    private final Set<String> underWay = new LinkedHashSet<>();

    /** The paths of modules that are imported by calls. */
    private final Set<String> late = new LinkedHashSet<>();

    private JoinedScript(String entry, UnaryOperator<String> files) {
        this.entry = entry;
        this.files = files;
    }

    /**
     * Joins what the entry leads to.
     *
     * @param files the text of a file by its path
     */
    static JoinedScript of(String entry, UnaryOperator<String> files) {
        JoinedScript script = new JoinedScript(entry, files);
        script.add(entry);
        return script;
    }

    boolean has(String path) {
        return modules.containsKey(path);
    }

    Set<String> late() {
        return Set.copyOf(late);
    }

    /**
     * The script itself.
     *
     * @param shared the paths of its modules that others import from it
     */
    String text(Set<String> shared) {
        StringBuilder joined = new StringBuilder();
        modules.forEach((path, module) -> joined.append(wrapped(path, module)));
        if (!shared.isEmpty()) {
            joined.append(
                    shared.stream()
                            .sorted()
                            .map(JoinedScript::name)
                            .collect(Collectors.joining(", ", "export { ", " };\n")));
        }
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
        modules.put(
                path, calledLate(body, path) + "return { " + String.join(", ", exports) + " };");
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

    /** Imports by calls, said from where the script lies. */
    private String calledLate(String body, String path) {
        return LATE_IMPORT
                .matcher(body)
                .replaceAll(
                        found -> {
                            String target = JoinedStyle.resolve(path, found.group(1));
                            late.add(target);
                            return Matcher.quoteReplacement(
                                    "import(\"" + relative(entry, target) + "\")");
                        });
    }

    /** How one file of the page names another one. */
    static String relative(String from, String to) {
        // From the file itself, one step up leads to its folder.
        String path = Path.of(from).relativize(Path.of(to)).toString().replace('\\', '/');
        String fromFolder = path.replaceFirst("\\.\\./", "");
        return fromFolder.startsWith(".") ? fromFolder : "./" + fromFolder;
    }

    private static String wrapped(String path, String module) {
        return "const " + name(path) + " = (() => {\n" + module + "\n})();\n";
    }

    /** {@code js/elements/app-header.js} is {@code js_elements_app_header_js}. */
    static String name(String path) {
        return path.replaceAll("\\W", "_");
    }
}
