package dev.halftone.function.reconciliation;

import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbExpiries;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Composes the function. */
public class ReconciliationApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        return ReconciliationFunction.of(ports(ReconciliationConfig.from(environment)));
    }

    /** The real adapters; tests put others in their place. */
    ReconciliationPorts ports(ReconciliationConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        return new ReconciliationPorts(
                new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                new DynamoDbExpiries(dynamoDb, config.ledgerTable()),
                Environment.clock(Clock.systemUTC()));
    }

    // The way out of this function, for whoever must stand in it.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }
}
