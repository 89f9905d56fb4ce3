package dev.halftone.sandbox.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every object of the account, oldest first; kept in one file, so that a restart forgets none. */
final class Records {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Path file;
    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();

    Records(Path folder) {
        this.file = folder.resolve("objects.json");
        if (Files.exists(file)) {
            for (JsonNode each : MAPPER.readTree(file.toFile())) {
                add((ObjectNode) each);
            }
        }
    }

    ObjectNode add(ObjectNode object) {
        byId.put(Json.text(object, "id"), object);
        return object;
    }

    Optional<ObjectNode> find(String type, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(found -> Json.text(found, "object").equals(type));
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    ObjectNode need(String type, String id) {
        return find(type, id).orElseThrow(() -> Refusal.missing(type, id));
    }

    List<ObjectNode> newestFirst(String type) {
        return byId.values().stream()
                .filter(each -> Json.text(each, "object").equals(type))
                .toList()
                .reversed();
    }

    void keep() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("objects.next");
            MAPPER.writeValue(next.toFile(), byId.values());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
