package dev.halftone.architecture.planted.sqs;

import dev.halftone.architecture.planted.dynamodb.PlantedTable;

final class OtherAdapterUser {
    Object table() {
        return new PlantedTable();
    }
}
