package dev.halftone.template;

import java.util.Map;

/** One resource of a template; its properties may hold intrinsics, which a resolver evaluates. */
public record Resource(String logicalId, String type, Map<String, Object> properties) {
    public Resource {
        properties = Map.copyOf(properties);
    }
}
