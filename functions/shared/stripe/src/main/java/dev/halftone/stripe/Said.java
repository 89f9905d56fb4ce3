package dev.halftone.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/**
 * An event: what happened to which object. Of the object only its names are taken.
 *
 * @param object what the event is about
 */
record Said(String eventId, String type, boolean live, JsonObject object) {

    /** Empty if the text is no event. */
    static Optional<Said> parse(String text) {
        JsonElement event;
        try {
            event = JsonParser.parseString(text);
        } catch (JsonParseException noJson) {
            return Optional.empty();
        }
        return event.isJsonObject() ? of(event.getAsJsonObject()) : Optional.empty();
    }

    private static Optional<Said> of(JsonObject event) {
        Optional<String> id = word(event, "id");
        Optional<String> type = word(event, "type");
        Optional<String> live = word(event, "livemode");
        Optional<JsonObject> object = child(event, "data").flatMap(data -> child(data, "object"));
        return id.isPresent() && type.isPresent() && live.isPresent() && object.isPresent()
                ? Optional.of(
                        new Said(
                                id.get(),
                                type.get(),
                                Boolean.parseBoolean(live.get()),
                                object.get()))
                : Optional.empty();
    }

    /** A field of the object that names something; empty if it is not there. */
    Optional<String> name(String field) {
        return word(object, field);
    }

    /** Of an invoice, the subscription that it is of. */
    Optional<String> subscription() {
        return child(object, "parent")
                .flatMap(parent -> child(parent, "subscription_details"))
                .flatMap(details -> word(details, "subscription"));
    }

    /** What has to be looked at: two events of one subject say the same. */
    String subject() {
        String id = type.startsWith("refund.") ? "charge" : "id";
        return name(id).orElse(eventId);
    }

    private static Optional<String> word(JsonObject parent, String field) {
        JsonElement value = parent.get(field);
        return value != null && value.isJsonPrimitive()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private static Optional<JsonObject> child(JsonObject parent, String field) {
        JsonElement value = parent.get(field);
        return value != null && value.isJsonObject()
                ? Optional.of(value.getAsJsonObject())
                : Optional.empty();
    }
}
