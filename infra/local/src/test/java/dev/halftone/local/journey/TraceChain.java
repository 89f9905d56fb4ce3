package dev.halftone.local.journey;

import dev.halftone.local.journey.FunctionLog.Told;
import dev.halftone.local.journey.Visitor.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every place where an action leaves its trace, and the traces that were found there. */
record TraceChain(Map<String, Set<String>> links) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TRACE = "traceId";

    TraceChain {
        links = Map.copyOf(links);
    }

    /**
     * Reads each place on its own, for one generation that has ended.
     *
     * @param events the lines of the log that there must be
     * @param kinds the lines of the ledger that there must be
     */
    static TraceChain read(
            Visitor visitor,
            Answer submitted,
            FunctionLog log,
            List<String> events,
            List<String> kinds) {
        String id = submitted.body().get("id").asString();
        Map<String, Set<String>> links = new LinkedHashMap<>();
        links.put("answer header", Set.of(submitted.header("x-trace-id")));
        links.put("answer", traces(Stream.of(submitted.body())));
        links.put("generation", traces(Stream.of(visitor.get("/v1/generations/" + id).body())));
        links.put(
                "history",
                traces(lines(visitor.get("/v1/generations"), "items", hasText("id", id))));
        List<JsonNode> messages = SentMessages.about(id).stream().map(JSON::readTree).toList();
        for (String stage : stages(kinds)) {
            links.put(
                    "message to " + stage,
                    traces(
                            messages.stream()
                                    .filter(hasText("stage", stage).and(hasText("cause", "due")))));
        }
        List<JsonNode> printed =
                log.about(id, events.stream().map(event -> new Told("message", event)).toList());
        for (String event : events) {
            links.put("log: " + event, traces(printed.stream().filter(hasText("message", event))));
        }
        Answer statement = visitor.get("/v1/account/statement");
        for (String kind : kinds) {
            Predicate<JsonNode> itsOwn = hasText("kind", kind).and(hasText("generation", id));
            links.put("ledger: " + kind, traces(lines(statement, "lines", itsOwn)));
        }
        return new TraceChain(links);
    }

    /** The places that name another trace, several, or none. */
    List<String> broken(String trace) {
        return links.entrySet().stream()
                .filter(link -> !link.getValue().equals(Set.of(trace)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The same, but for what was found in one place. */
    TraceChain but(String place, Set<String> found) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(links);
        changed.put(place, found);
        return new TraceChain(changed);
    }

    private static List<String> stages(List<String> kinds) {
        return kinds.contains("post") ? List.of("provider", "delivery") : List.of("provider");
    }

    private static Stream<JsonNode> lines(Answer answer, String list, Predicate<JsonNode> which) {
        return answer.body().get(list).valueStream().filter(which);
    }

    private static Predicate<JsonNode> hasText(String member, String text) {
        return node -> node.path(member).asString("").equals(text);
    }

    private static Set<String> traces(Stream<JsonNode> nodes) {
        return nodes.map(node -> node.path(TRACE).asString("none")).collect(Collectors.toSet());
    }
}
