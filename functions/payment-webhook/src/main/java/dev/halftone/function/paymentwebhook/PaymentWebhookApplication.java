package dev.halftone.function.paymentwebhook;

import dev.halftone.core.Secrets;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.creem.CreemProcessor;
import dev.halftone.creem.CreemSetting;
import dev.halftone.dynamodb.DynamoDbClients;
import dev.halftone.dynamodb.DynamoDbCustomers;
import dev.halftone.dynamodb.DynamoDbOrders;
import dev.halftone.dynamodb.DynamoDbParked;
import dev.halftone.dynamodb.DynamoDbPayments;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpFunction;
import dev.halftone.lambda.Metrics;
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
public class PaymentWebhookApplication extends FunctionApplication {
    @Override
    protected final Function<InputStream, byte[]> compose(Environment environment) {
        PaymentWebhookConfig config = PaymentWebhookConfig.from(environment);
        primeOutboundHttp();
        return new HttpFunction(
                Map.of("POST /v1/webhooks/{processor}", new PaymentWebhookFunction(ports(config))));
    }

    /** The real adapters; tests put others in their place. */
    PaymentWebhookPorts ports(PaymentWebhookConfig config) {
        DynamoDbClient dynamoDb = dynamoDb();
        Clock clock = Environment.clock(Clock.systemUTC());
        PaymentTerms terms = ProfileReader.read(config.profile()).payments();
        SsmSecrets secrets = primed(new SsmSecrets(ssm(), clock), SsmSecrets::prime);
        String table = config.ledgerTable();
        DynamoDbOrders orders =
                primed(
                        new DynamoDbOrders(dynamoDb, table),
                        each -> each.of(Nobody.ACCOUNT, 1, null));
        return new PaymentWebhookPorts(
                new ApplyPayment(
                        orders,
                        new DynamoDbPayments(dynamoDb, table),
                        new DynamoDbCustomers(dynamoDb, table),
                        new DynamoDbSubscriptions(dynamoDb, table),
                        terms.prices()),
                new DynamoDbParked(dynamoDb, config.insightTable()),
                processors(config, terms, secrets, clock),
                Metrics::count,
                clock);
    }

    /** Those that the profile names. */
    private static Map<String, PaymentProcessor> processors(
            PaymentWebhookConfig config, PaymentTerms terms, Secrets secrets, Clock clock) {
        PaymentAddresses at = config.payments();
        Map<String, PaymentProcessor> processors = new HashMap<>();
        if (terms.processor(PaymentAddresses.STRIPE).isPresent()) {
            processors.put(PaymentAddresses.STRIPE, stripe(at, secrets, clock));
        }
        if (terms.processor(CreemProcessor.ID).isPresent()) {
            processors.put(CreemProcessor.ID, creem(at, secrets, clock));
        }
        return processors;
    }

    private static PaymentProcessor stripe(PaymentAddresses at, Secrets secrets, Clock clock) {
        return new StripeProcessor(
                new StripeSetting(
                        at.stripe(),
                        () -> secrets.value(at.keyParameter(PaymentAddresses.STRIPE)),
                        () -> secrets.value(at.webhookParameter(PaymentAddresses.STRIPE)),
                        clock));
    }

    private static PaymentProcessor creem(PaymentAddresses at, Secrets secrets, Clock clock) {
        return CreemProcessor.of(
                new CreemSetting(
                        at.standIns().get(CreemProcessor.ID),
                        () -> secrets.value(at.keyParameter(CreemProcessor.ID)),
                        () -> secrets.value(at.webhookParameter(CreemProcessor.ID)),
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
