package dev.halftone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a function answered in a test.
 *
 * @param path the pattern of the route, or the path that was asked for
 * @param type its content type; empty if there is none
 * @param body null if it is no JSON
 */
record SeenAnswer(
        String method, String path, int status, String type, boolean empty, JsonNode body) {
    private static final String FOLDER = "target/api-answers";

    /** Modules lie at most this deep: {@code functions/shared/core/target/api-answers/x}. */
    private static final int DEPTH_MAX = 6;

    /**
     * Reads what the tests of one run have written down below a folder.
     *
     * @param run what an earlier run left behind proves nothing
     */
    static List<SeenAnswer> of(Path root, String run) {
        try (Stream<Path> files =
                Files.find(
                        root,
                        DEPTH_MAX,
                        (path, _) ->
                                path.toString().contains(FOLDER)
                                        && path.getFileName().toString().startsWith(run + "-"))) {
            return files.flatMap(file -> Repository.text(file).lines())
                    .map(SeenAnswer::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SeenAnswer parse(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        return new SeenAnswer(
                json.get("method").asString(),
                json.get("path").asString(),
                json.get("status").asInt(),
                json.get("type").asString().split(";", 2)[0].strip(),
                json.get("empty").asBoolean(),
                json.get("body"));
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
