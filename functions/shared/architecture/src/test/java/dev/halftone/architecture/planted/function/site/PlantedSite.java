package dev.halftone.architecture.planted.function.site;

import dev.halftone.architecture.planted.dynamodb.PlantedTable;

public final class PlantedSite {
    Object table() {
        return new PlantedTable();
    }
}
