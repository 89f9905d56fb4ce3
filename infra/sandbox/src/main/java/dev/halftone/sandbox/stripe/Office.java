package dev.halftone.sandbox.stripe;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every part of the account shares: its records, the time, and the events it announces. */
final class Office {

    /** See https://docs.stripe.com/api/versioning; every payload here has this shape. */
    static final String VERSION = "2026-07-29.dahlia";

    final URI base;
    final Records records;
    final Courier courier;
    private final Clock clock;
    private final List<ObjectNode> said = new ArrayList<>();
    private int depth;
    private int down;

    Office(URI base, Records records, Courier courier, Clock clock) {
        this.base = base;
        this.records = records;
        this.courier = courier;
        this.clock = clock;
    }

    /** So many of the next calls of the API are answered 503. */
    synchronized void beDown(int calls) {
        down = calls;
    }

    /** Whether the call that asks is one of those. */
    synchronized boolean isDown() {
        down--;
        return down >= 0;
    }

    /** One act at a time; what it announces is sent off when it is done. */
    synchronized <T> T act(Supplier<T> act) {
        depth++;
        try {
            return act.get();
        } finally {
            depth--;
            if (depth == 0) {
                records.keep();
                courier.send(List.copyOf(said));
                said.clear();
            }
        }
    }

    /** A look at the records, which announces nothing. */
    synchronized <T> T look(Supplier<T> look) {
        return look.get();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A new object with an id of its own. */
    ObjectNode create(String prefix, String template) {
        ObjectNode object = Json.object(template);
        object.put("id", prefix + "_" + UUID.randomUUID().toString().replace("-", ""));
        object.put("created", now());
        return records.add(object);
    }

    /** Announces how an object is now; what is announced does not change later. */
    void say(String type, ObjectNode object) {
        ObjectNode event =
                create(
                        "evt",
                        """
                        {"object":"event","livemode":false,"pending_webhooks":1,
                         "request":{"id":null,"idempotency_key":null}}
                        """);
        event.put("api_version", courier.version()).put("type", type);
        event.putObject("data").set("object", Json.shown(object));
        said.add(event);
    }

    /** The first line of a list. */
    static JsonNode first(JsonNode list) {
        return list.path("data").path(0);
    }
}
