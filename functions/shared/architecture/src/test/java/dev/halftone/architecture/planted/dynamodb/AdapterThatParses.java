package dev.halftone.architecture.planted.dynamodb;

import tools.jackson.databind.JsonNode;

final class AdapterThatParses {
    String parse(JsonNode node) {
        return node.asString();
    }
}
