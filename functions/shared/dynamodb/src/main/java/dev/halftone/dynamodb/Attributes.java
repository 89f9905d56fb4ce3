package dev.halftone.dynamodb;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TraceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an item or of a map in it; a missing one is named. */
record Attributes(Map<String, AttributeValue> map) {

    static final String PK = "pk"; // S
    static final String SK = "sk"; // S
    static final String VERSION = "v"; // N

    private static final long VERSION_KNOWN = 1;

    Attributes {
        map = Map.copyOf(map);
    }

    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue s(Instant instant) {
        return AttributeValue.fromS(instant.toString());
    }

    static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue version() {
        return n(VERSION_KNOWN);
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, s(pk), SK, s(sk));
    }

    /** A whole item as stored; one that a newer version wrote is refused, not guessed. */
    static Attributes ofItem(Map<String, AttributeValue> item) {
        Attributes attributes = new Attributes(item);
        if (attributes.number(VERSION) > VERSION_KNOWN) {
            throw new PermanentFailure("dynamodb", "an item has a newer schema version");
        }
        return attributes;
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(map.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    Optional<Long> optionalNumber(String name) {
        return Optional.ofNullable(map.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    boolean flag(String name) {
        AttributeValue value = map.get(name);
        if (value == null || value.bool() == null) {
            throw missing(name);
        }
        return value.bool();
    }

    Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(Instant::parse);
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    /** What was written before traces were kept has the one that its id derives. */
    TraceId trace(String name, String id) {
        return optionalText(name).map(TraceId::new).orElseGet(() -> TraceId.derivedFrom(id));
    }

    Attributes attributes(String name) {
        return optionalAttributes(name).orElseThrow(() -> missing(name));
    }

    Optional<Attributes> optionalAttributes(String name) {
        return Optional.ofNullable(map.get(name))
                .filter(AttributeValue::hasM)
                .map(value -> new Attributes(value.m()));
    }

    List<Attributes> list(String name) {
        AttributeValue value = map.get(name);
        if (value == null || !value.hasL()) {
            throw missing(name);
        }
        return value.l().stream().map(each -> new Attributes(each.m())).toList();
    }

    /** Texts in order; none are stored for an empty list. */
    List<String> ordered(String name) {
        AttributeValue value = map.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
    }

    /** A set; none is stored for an empty one. */
    List<String> texts(String name) {
        AttributeValue value = map.get(name);
        return value == null ? List.of() : value.ss();
    }

    private static PermanentFailure missing(String name) {
        return new PermanentFailure("dynamodb", "an item has no attribute " + name);
    }
}
