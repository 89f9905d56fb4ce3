package dev.halftone.function.checkout;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.Secrets;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.profile.Profile;
import dev.halftone.creem.CreemProcessor;
import dev.halftone.creem.CreemSetting;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbCustomers;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbOrders;
import dev.halftone.dynamodb.DynamoDbPayments;
import dev.halftone.dynamodb.DynamoDbRateLimits;
import dev.halftone.dynamodb.DynamoDbSessions;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.Nobody;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.secrets.SsmClients;
import dev.halftone.secrets.SsmSecrets;
import dev.halftone.stripe.StripeProcessor;
import dev.halftone.stripe.StripeSetting;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Composes the function. */
public class CheckoutApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        CheckoutConfig config = CheckoutConfig.from(environment);
        primeOutboundHttp();
        return CheckoutFunction.of(config, ports(config));
    }

    /** The real adapters; tests put others in their place. */
    CheckoutPorts ports(CheckoutConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        Clock clock = Environment.clock(Clock.systemUTC());
        Profile profile = ProfileReader.read(config.profile());
        String table = config.ledgerTable();
        SsmSecrets secrets = primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime);
        DynamoDbOrders orders =
                primed(
                        new DynamoDbOrders(dynamoDb, table),
                        each -> each.of(Nobody.ACCOUNT, 1, null));
        DynamoDbPayments payments = new DynamoDbPayments(dynamoDb, table);
        DynamoDbCustomers customers = new DynamoDbCustomers(dynamoDb, table);
        return new CheckoutPorts(
                new DynamoDbSessions(dynamoDb, config.sessionsTable()),
                new DynamoDbRateLimits(dynamoDb, config.insightTable()),
                new DynamoDbLedger(dynamoDb, table),
                orders,
                payments,
                customers,
                new ApplyPayment(
                        orders,
                        payments,
                        customers,
                        new DynamoDbSubscriptions(dynamoDb, table),
                        profile.payments().prices()),
                processors(config, profile, secrets, clock),
                secrets,
                profile,
                profile.payments(),
                clock);
    }

    /** Those that the profile names; none of them is believed anything here, only asked. */
    private static Map<String, PaymentProcessor> processors(
            CheckoutConfig config, Profile profile, Secrets secrets, Clock clock) {
        PaymentAddresses at = config.payments();
        Map<String, PaymentProcessor> processors = new HashMap<>();
        if (profile.payments().processor(PaymentAddresses.STRIPE).isPresent()) {
            processors.put(PaymentAddresses.STRIPE, stripe(at, secrets, clock));
        }
        if (profile.payments().processor(CreemProcessor.ID).isPresent()) {
            processors.put(CreemProcessor.ID, creem(at, secrets, clock));
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

    // The ways out of this function, for whoever must stand in them.

    protected DynamoDbClient dynamoDb() {
        return DynamoDbClients.create();
    }

    protected SsmClient ssm() {
        return SsmClients.create();
    }
}
