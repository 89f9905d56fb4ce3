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
        try {
            JsonObject event = JsonParser.parseString(text).getAsJsonObject();
            JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
            return Optional.of(
                    new Said(
                            event.get("id").getAsString(),
                            event.get("type").getAsString(),
                            event.get("livemode").getAsBoolean(),
                            object.getAsJsonObject()));
        } catch (JsonParseException
                | IllegalStateException
                | ClassCastException
                | UnsupportedOperationException
                | NullPointerException noEvent) {
            return Optional.empty();
        }
    }

    /** A field of the object that names something; empty if it is not there. */
    Optional<String> name(String field) {
        JsonElement value = object.get(field);
        return value != null && value.isJsonPrimitive()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /** Of an invoice, the subscription that it is of. */
    Optional<String> subscription() {
        return child(object, "parent")
                .flatMap(parent -> child(parent, "subscription_details"))
                .map(details -> details.get("subscription"))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /** What has to be looked at: two events of one subject say the same. */
    String subject() {
        String id = type.startsWith("refund.") ? "charge" : "id";
        return name(id).orElse(eventId);
    }

    private static Optional<JsonObject> child(JsonObject parent, String field) {
        JsonElement value = parent.get(field);
        return value != null && value.isJsonObject()
                ? Optional.of(value.getAsJsonObject())
                : Optional.empty();
    }
}
