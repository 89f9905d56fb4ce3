package dev.halftone.function.site;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules that the page asks for once somebody needs them, so that a first visit does not wait
 * for what most people never open.
 *
 * <p>Each stays a file of its own. What the joined script has already comes out of that script, for
 * a module that ran twice would keep two states and name its elements twice.
 */
final class LateModules {
    private static final Pattern LINE = Pattern.compile("(?m)^import\\b.*$");

    private final JoinedScript script;
    private final String entry;
    private final UnaryOperator<String> files;
    private final Map<String, String> modules = new TreeMap<>();
    private final Set<String> shared = new TreeSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private LateModules(JoinedScript script, String entry, UnaryOperator<String> files) {
        this.script = script;
        this.entry = entry;
        this.files = files;
        this.open.addAll(script.late());
    }

    /**
     * Every script of the page by its path: the joined one, and those that come late.
     *
     * @param files the text of a file by its path
     */
    static Map<String, String> of(String entry, UnaryOperator<String> files) {
        LateModules late = new LateModules(JoinedScript.of(entry, files), entry, files);
        while (!late.open.isEmpty()) {
            late.add(late.open.remove());
        }
        late.modules.put(entry, late.script.text(late.shared));
        return late.modules;
    }

    private void add(String path) {
        if (script.has(path)) {
            throw new IllegalStateException(path + " is asked for late and is there already");
        }
        if (modules.containsKey(path)) {
            return;
        }
        String text = files.apply(path);
        JoinedScript.LATE_IMPORT
                .matcher(text)
                .results()
                .forEach(found -> open.add(JoinedStyle.resolve(path, found.group(1))));
        modules.put(
                path,
                LINE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(imported(found, path))));
    }

    private String imported(MatchResult line, String path) {
        Matcher statement = JoinedScript.IMPORT.matcher(line.group());
        if (!statement.matches()) {
            throw new IllegalStateException("Not understood in " + path + ": " + line.group());
        }
        String target = JoinedStyle.resolve(path, statement.group(2));
        if (!script.has(target)) {
            open.add(target);
            return line.group();
        }
        String names = statement.group(1);
        if (names == null) {
            return "";
        }
        shared.add(target);
        String module = JoinedScript.name(target);
        return "import { %s } from \"%s\"; const %s = %s;"
                .formatted(
                        module,
                        JoinedScript.relative(path, entry),
                        names.replace("* as ", ""),
                        module);
    }
}
