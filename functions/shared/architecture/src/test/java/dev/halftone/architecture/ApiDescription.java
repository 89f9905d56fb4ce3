package dev.halftone.architecture;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What we tell programs of the API, as it is written. */
record ApiDescription(TemplateValue root) {
    static final String FILE = "functions/site/src/main/openapi/openapi.yaml";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Pattern NAMED = Pattern.compile("\\{([^}]+)}");
    private static final Pattern REFERENCE = Pattern.compile("#/components/(.+)");

    static ApiDescription read() {
        return new ApiDescription(Template.of(Repository.text(Repository.file(FILE))).root());
    }

    /** Operations by route key, such as {@code POST /v1/quotes}. */
    Map<String, TemplateValue> operations() {
        Map<String, TemplateValue> operations = new LinkedHashMap<>();
        root.at("paths")
                .entries()
                .forEach(
                        (path, item) ->
                                item.entries().entrySet().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        operations.put(
                                                                each.getKey()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path,
                                                                each.getValue())));
        return operations;
    }

    /** The parameters in the path that a path item declares. */
    Set<String> declared(String path) {
        return root.at("paths", path, "parameters").items().stream()
                .filter(each -> each.at("in").text().equals("path"))
                .map(each -> each.at("name").text())
                .collect(Collectors.toSet());
    }

    static Set<String> named(String path) {
        return NAMED.matcher(path)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    Set<String> codes() {
        return new TreeSet<>(root.at("components", "schemas", "Code", "enum").texts());
    }

    /** Itself, or what it refers to. */
    TemplateValue resolved(TemplateValue value) {
        Matcher matcher = REFERENCE.matcher(value.at("$ref").text());
        return matcher.matches() ? root.at("components").at(matcher.group(1).split("/")) : value;
    }

    /** Whether a reference inside the document leads somewhere. */
    boolean leadsSomewhere(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() && root.at("components").at(matcher.group(1).split("/")).exists();
    }
}
