package dev.halftone.function.ledgerseal;

import dev.halftone.core.seal.DueHead;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class LedgerSealApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        LedgerSealConfig config = LedgerSealConfig.from(environment);
        return LedgerSealFunction.of(ports(config), config.ledgerKeyParameter());
    }

    /** The real adapters; tests put others in their place. */
    LedgerSealPorts ports(LedgerSealConfig config) {
        Clock clock = Environment.clock(Clock.systemUTC());
        DynamoDbClient dynamoDb = dynamoDb();
        return new LedgerSealPorts(
                primed(
                        new DynamoDbSeals(dynamoDb, config.ledgerTable()),
                        seals -> seals.due(DueHead.Stage.SIGN, 0, 1, null)),
                new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                new DynamoDbRoots(dynamoDb, config.ledgerTable()),
                primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime),
                clock);
    }

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }
}
