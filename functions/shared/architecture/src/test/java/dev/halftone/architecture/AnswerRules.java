package dev.halftone.architecture;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what was answered against what the description says of it. */
final class AnswerRules {
    private static final Set<String> JSON = Set.of("application/json", "application/problem+json");
    private static final String COMPONENTS = "#/components/";

    private final JsonNode api;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Pattern> paths = new LinkedHashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    AnswerRules(ApiDescription description) {
        this.api = JsonMapper.shared().valueToTree(description.root().value());
        // Those without parameters first: what they match is theirs.
        api.get("paths").propertyNames().stream()
                .sorted((a, b) -> Integer.compare(parameters(a), parameters(b)))
                .forEach(path -> paths.put(path, pattern(path)));
    }

    private static int parameters(String path) {
        return path.contains("+}") ? 100 : path.split("\\{", -1).length;
    }

    private static Pattern pattern(String path) {
        String regex = path.replace(".", "\\.").replaceAll("\\{[^}+]+}", "[^/]+");
        return Pattern.compile(regex.replaceAll("\\{[^}]+\\+}", ".+"));
    }

    /** What is wrong with an answer; nothing if it belongs to no operation. */
    List<String> findings(SeenAnswer answer) {
        Optional<String> path = path(answer);
        if (path.isEmpty()) {
            return List.of();
        }
        JsonNode responses = operation(path.get(), answer.method()).get("responses");
        String status = Integer.toString(answer.status());
        if (!responses.has(status)) {
            return List.of(answer + " is not described");
        }
        return contentFindings(answer, path.get(), resolved(responses.get(status)));
    }

    private List<String> contentFindings(SeenAnswer answer, String path, JsonNode response) {
        JsonNode content = response.path("content");
        if (content.isEmpty()) {
            return answer.empty() ? List.of() : List.of(answer + " has a body");
        }
        if (!content.has(answer.type())) {
            return List.of(answer + " is " + answer.type());
        }
        if (!JSON.contains(answer.type())) {
            return List.of();
        }
        String where = answer.method() + " " + path + " " + answer.status();
        List<String> findings = new ArrayList<>();
        schema(where, content.get(answer.type()).get("schema"))
                .validate(answer.body())
                .forEach(error -> findings.add(answer + ": " + error));
        return findings;
    }

    /** Successes that are described and that no test has ever seen. */
    Set<String> unseen(List<SeenAnswer> answers) {
        Set<String> unseen = new TreeSet<>();
        for (String path : paths.keySet()) {
            api.get("paths")
                    .get(path)
                    .forEachEntry(
                            (method, operation) ->
                                    operation.path("responses").propertyNames().stream()
                                            .filter(status -> status.matches("[23].."))
                                            .forEach(
                                                    status ->
                                                            unseen.add(
                                                                    method.toUpperCase(Locale.ROOT)
                                                                            + " "
                                                                            + path
                                                                            + " "
                                                                            + status)));
        }
        answers.forEach(
                answer ->
                        path(answer)
                                .ifPresent(
                                        path ->
                                                unseen.remove(
                                                        answer.method()
                                                                + " "
                                                                + path
                                                                + " "
                                                                + answer.status())));
        return unseen;
    }

    private Optional<String> path(SeenAnswer answer) {
        if (paths.containsKey(answer.path())) {
            return described(answer.path(), answer.method());
        }
        return paths.entrySet().stream()
                .filter(each -> each.getValue().matcher(answer.path()).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .flatMap(path -> described(path, answer.method()));
    }

    private Optional<String> described(String path, String method) {
        return operation(path, method).isMissingNode() ? Optional.empty() : Optional.of(path);
    }

    private JsonNode operation(String path, String method) {
        return api.get("paths").get(path).path(method.toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }

    /** A schema with all that it can refer to. */
    private Schema schema(String where, JsonNode schema) {
        String name = schema.path("$ref").asString(where);
        return schemas.computeIfAbsent(
                name,
                _ -> {
                    ObjectNode whole = JsonMapper.shared().createObjectNode();
                    whole.setAll((ObjectNode) schema);
                    whole.set(
                            COMPONENTS.substring(2, COMPONENTS.length() - 1),
                            api.get("components"));
                    return registry.getSchema(
                            SchemaLocation.of(
                                    "https://halftone.example/" + schemas.size() + ".json"),
                            whole);
                });
    }
}
