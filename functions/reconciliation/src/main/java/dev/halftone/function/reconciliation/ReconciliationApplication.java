package dev.halftone.function.reconciliation;

import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbExpiries;
import dev.halftone.dynamodb.DynamoDbFindings;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Metrics;
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
                new DynamoDbSeals(dynamoDb, config.ledgerTable()),
                new DynamoDbRoots(dynamoDb, config.ledgerTable()),
                new DynamoDbCheckpoints(dynamoDb, config.ledgerTable()),
                new DynamoDbFindings(dynamoDb, config.ledgerTable()),
                Metrics::count,
                Environment.clock(Clock.systemUTC()));
    }

    // The way out of this function, for whoever must stand in it.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }
}
