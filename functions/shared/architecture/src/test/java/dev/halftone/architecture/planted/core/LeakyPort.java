package dev.halftone.architecture.planted.core;

import java.util.List;
import tools.jackson.databind.JsonNode;

interface LeakyPort {
    List<JsonNode> all();
}
