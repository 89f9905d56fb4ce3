package dev.halftone.architecture.planted.lambda;

import dev.halftone.architecture.planted.dynamodb.PlantedTable;

final class EdgeWithAdapter {
    Object table() {
        return new PlantedTable();
    }
}
