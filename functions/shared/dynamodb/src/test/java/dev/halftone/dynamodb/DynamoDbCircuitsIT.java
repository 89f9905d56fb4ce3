package dev.halftone.dynamodb;

import dev.halftone.core.circuit.Circuits;
import dev.halftone.testing.CircuitsContract;

class DynamoDbCircuitsIT extends CircuitsContract {

    @Override
    protected Circuits circuits() {
        return new DynamoDbCircuits(TestStack.client(), TestStack.table("StudioTable"));
    }
}
