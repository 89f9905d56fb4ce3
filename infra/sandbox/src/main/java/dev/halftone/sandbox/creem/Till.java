package dev.halftone.sandbox.creem;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What every part of the shop shares: its things, the time, and the events it announces. */
final class Till {

    private static final int ID_CHARACTERS = 22;

    private final Map<String, ObjectNode> things = new LinkedHashMap<>();
    private final List<ObjectNode> said = new ArrayList<>();
    private final Courier courier;
    private final String mode;
    private final Clock clock;
    private int depth;

    Till(Courier courier, String mode, Clock clock) {
        this.courier = courier;
        this.mode = mode;
        this.clock = clock;
    }

    /** One act at a time; what it announces is sent off when it is done. */
    synchronized <T> T act(Supplier<T> act) {
        depth++;
        try {
            return act.get();
        } finally {
            depth--;
            if (depth == 0) {
                courier.send(List.copyOf(said));
                said.clear();
            }
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** A new thing with an id of its own. */
    ObjectNode create(String prefix, String type) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_CHARACTERS);
        return add(prefix + "_" + id, type);
    }

    ObjectNode add(String id, String type) {
        ObjectNode thing = Json.object().put("id", id).put("object", type).put("mode", mode);
        things.put(id, thing);
        return thing;
    }

    /** With the moments that most things have. */
    ObjectNode touched(ObjectNode thing) {
        String now = Json.time(now());
        if (!thing.has("created_at")) {
            thing.put("created_at", now);
        }
        return thing.put("updated_at", now);
    }

    Optional<ObjectNode> find(String type, String id) {
        return Optional.ofNullable(things.get(id))
                .filter(found -> Json.text(found, "object").equals(type));
    }

    ObjectNode need(String type, String id) {
        return find(type, id).orElseThrow(() -> Refusal.missing(type, id));
    }

    List<ObjectNode> newestFirst(String type) {
        return things.values().stream()
                .filter(each -> Json.text(each, "object").equals(type))
                .toList()
                .reversed();
    }

    /** Announces something as it is now; what is announced does not change later. */
    void say(String type, ObjectNode thing) {
        ObjectNode event = create("evt", "event");
        ObjectNode told = Json.object();
        told.put("id", Json.text(event, "id"))
                .put("eventType", type)
                .put("created_at", now().toEpochMilli())
                .set("object", Json.shown(thing));
        event.put("eventType", type).set("body", told);
        said.add(event);
    }
}
