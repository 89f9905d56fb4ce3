package dev.halftone.function.reconciliation;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.Secrets;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.creem.CreemProcessor;
import dev.halftone.creem.CreemSetting;
import dev.halftone.dynamodb.DynamoDbCheckpoints;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbCustomers;
import dev.halftone.dynamodb.DynamoDbExpiries;
import dev.halftone.dynamodb.DynamoDbFindings;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbListWalks;
import dev.halftone.dynamodb.DynamoDbOrders;
import dev.halftone.dynamodb.DynamoDbPayments;
import dev.halftone.dynamodb.DynamoDbRoots;
import dev.halftone.dynamodb.DynamoDbSeals;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Metrics;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.stripe.StripeProcessor;
import dev.halftone.stripe.StripeSetting;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class ReconciliationApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        ReconciliationConfig config = ReconciliationConfig.from(environment);
        primeOutboundHttp();
        return ReconciliationFunction.of(ports(config));
    }

    /** The real adapters; tests put others in their place. */
    ReconciliationPorts ports(ReconciliationConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        Clock clock = Environment.clock(Clock.systemUTC());
        PaymentTerms terms = ProfileReader.read(config.profile()).payments();
        SsmSecrets secrets = primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime);
        return new ReconciliationPorts(
                new DynamoDbLedger(dynamoDb, config.ledgerTable()),
                new DynamoDbExpiries(dynamoDb, config.ledgerTable()),
                new DynamoDbSeals(dynamoDb, config.ledgerTable()),
                new DynamoDbRoots(dynamoDb, config.ledgerTable()),
                new DynamoDbCheckpoints(dynamoDb, config.ledgerTable()),
                new DynamoDbFindings(dynamoDb, config.ledgerTable()),
                processors(config.payments(), terms, secrets, clock),
                new DynamoDbListWalks(dynamoDb, config.ledgerTable()),
                new ApplyPayment(
                        new DynamoDbOrders(dynamoDb, config.ledgerTable()),
                        new DynamoDbPayments(dynamoDb, config.ledgerTable()),
                        new DynamoDbCustomers(dynamoDb, config.ledgerTable()),
                        new DynamoDbSubscriptions(dynamoDb, config.ledgerTable()),
                        terms.prices()),
                Metrics::count,
                clock);
    }

    // The ways out of this function, for whoever must stand in them.

    /** Those that the profile names; none of them is believed anything here, only asked. */
    protected List<PaymentProcessor> processors(
            PaymentAddresses at, PaymentTerms terms, Secrets secrets, Clock clock) {
        List<PaymentProcessor> processors = new ArrayList<>();
        if (terms.processor(PaymentAddresses.STRIPE).isPresent()) {
            processors.add(stripe(at, secrets, clock));
        }
        if (terms.processor(CreemProcessor.ID).isPresent()) {
            processors.add(creem(at, secrets, clock));
        }
        return processors;
    }

    private static PaymentProcessor stripe(PaymentAddresses at, Secrets secrets, Clock clock) {
        return new StripeProcessor(
                new StripeSetting(
                        at.stripe(),
                        () -> secrets.value(at.keyParameter(PaymentAddresses.STRIPE)),
                        () -> {
                            throw new PermanentFailure("ssm", "this function is told nothing");
                        },
                        clock));
    }

    private static PaymentProcessor creem(PaymentAddresses at, Secrets secrets, Clock clock) {
        return CreemProcessor.of(
                new CreemSetting(
                        at.standIns().get(CreemProcessor.ID),
                        () -> secrets.value(at.keyParameter(CreemProcessor.ID)),
                        () -> {
                            throw new PermanentFailure("ssm", "this function is told nothing");
                        },
                        clock));
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }
}
