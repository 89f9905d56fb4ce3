package dev.halftone.architecture.planted.core;

import tools.jackson.databind.JsonNode;

final class CoreThatParses {
    String parse(JsonNode node) {
        return node.asString();
    }
}
