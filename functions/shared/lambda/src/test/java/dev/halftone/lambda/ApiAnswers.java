package dev.halftone.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down what functions answer in tests, so that all of it can be held against what the API's
 * description says. Of answers to one route that differ in no more than their values, one is kept.
 */
public final class ApiAnswers {
    /** Below the folder of a module. */
    public static final String FOLDER = "target/api-answers";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    // Whoever reads them takes only those of its own run.
    private static final Path FILE =
            Path.of(
                    FOLDER,
                    System.getProperty("halftone.run", "none")
                            + "-"
                            + ProcessHandle.current().pid()
                            + ".jsonl");

    private ApiAnswers() {}

    /**
     * Keeps an answer.
     *
     * @param path the pattern of the route, or the path that was asked for
     * @param type its content type; empty if there is none
     */
    public static void keep(String method, String path, int status, String type, byte[] body) {
        JsonNode json = type.contains("json") ? parsed(body) : JSON.nullNode();
        boolean empty = body.length == 0;
        if (!SEEN.add(
                "%s %s %d %s %s %s"
                        .formatted(method, shape(path), status, type, empty, shape(json)))) {
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        line.put("method", method).put("path", path).put("status", status).put("type", type);
        line.put("empty", empty).set("body", json);
        write(JSON.writeValueAsString(line) + "\n");
    }

    private static synchronized void write(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return JSON.stringNode("not JSON");
        }
    }

    /** Without ids, which every test draws anew. */
    private static String shape(String path) {
        return path.replaceAll("(gen|ast|prj|brf|bat|stb|usr|ses|tok|idn)_[0-9a-f]+", "$1")
                .replaceAll("/s/.*", "/s/token");
    }

    private static String shape(JsonNode node) {
        Set<String> parts = new TreeSet<>();
        if (node.isObject()) {
            node.forEachEntry(
                    (name, value) ->
                            parts.add(
                                    name.equals("code")
                                            ? name + value
                                            : name + ":" + shape(value)));
            return parts.toString();
        }
        if (node.isArray()) {
            node.forEach(item -> parts.add(shape(item)));
            return "list " + parts;
        }
        return node.getNodeType().name();
    }
}
