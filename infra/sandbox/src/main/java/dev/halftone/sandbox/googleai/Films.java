package dev.halftone.sandbox.googleai;

import dev.halftone.sandbox.http.Exchange;
import dev.halftone.sandbox.work.Asked;
import dev.halftone.sandbox.work.Bench;
import dev.halftone.sandbox.work.Bodies;
import dev.halftone.sandbox.work.Work;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Begins films, and tells how they stand; one that is done is in the answer. */
final class Films {

    private static final String OPERATIONS = "/operations/";

    private final Bench bench;

    Films(Bench bench) {
        this.bench = bench;
    }

    /**
     * Takes an order.
     *
     * @param name of the model as the caller's project knows it
     */
    void start(Exchange exchange, String name, String model) throws IOException {
        Optional<JsonNode> body = Bodies.object(exchange);
        Optional<Asked> asked = body.flatMap(FilmOrder::read);
        if (!FilmOrder.MODELS.contains(model)) {
            Content.error(exchange, 404, "NOT_FOUND");
        } else if (asked.isEmpty()) {
            Content.error(exchange, 400, "INVALID_ARGUMENT");
        } else {
            receive(exchange, name, model, asked.get(), body.orElseThrow());
        }
    }

    private void receive(Exchange exchange, String name, String model, Asked asked, JsonNode body)
            throws IOException {
        switch (bench.reception(model + body, asked.prompt())) {
            case TOO_MANY -> Content.tooMany(exchange);
            case UNAVAILABLE -> Content.error(exchange, 503, "UNAVAILABLE");
            case LOST -> {
                bench.take(model, asked, body, null);
                exchange.cut();
            }
            case TAKEN ->
                    exchange.json(
                            200,
                            Map.of(
                                    "name",
                                    name + OPERATIONS + bench.take(model, asked, body, null).id()));
        }
    }

    /** Tells how the work of that name stands, if it is one of the same model and project. */
    void fetch(Exchange exchange, String name) throws IOException {
        String operation =
                Bodies.object(exchange)
                        .map(body -> body.path("operationName").asString(""))
                        .orElse("");
        Optional<Work> work =
                operation.startsWith(name + OPERATIONS)
                        ? bench.find(operation.substring((name + OPERATIONS).length()))
                        : Optional.empty();
        if (work.isEmpty()) {
            Content.error(exchange, 404, "NOT_FOUND");
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", operation);
        if (bench.phase(work.get()) == Work.Phase.ENDED) {
            answer.put("done", true);
            answer.putAll(end(work.get()));
        }
        exchange.json(200, answer);
    }

    private Map<String, Object> end(Work work) {
        return switch (work.ending()) {
            case MEDIA ->
                    Map.of(
                            "response",
                            Map.of("raiMediaFilteredCount", 0, "videos", List.of(film(work))));
            case MODERATION ->
                    Map.of(
                            "response",
                            Map.of(
                                    "raiMediaFilteredCount",
                                    1,
                                    "raiMediaFilteredReasons",
                                    List.of("The sandbox filters this. Support codes: 17301594")));
            case FAILURE, CANCELLED ->
                    Map.of("error", Map.of("code", 13, "message", "The sandbox broke down."));
        };
    }

    private Map<String, String> film(Work work) {
        return Map.of(
                "mimeType",
                "video/mp4",
                "bytesBase64Encoded",
                Base64.getEncoder().encodeToString(bench.media(work)));
    }
}
