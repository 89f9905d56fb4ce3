package dev.halftone.dynamodb;

import dev.halftone.core.catalogue.Ceilings;
import dev.halftone.core.catalogue.Plans;
import dev.halftone.core.generation.Submissions;
import dev.halftone.engines.DynamoDbEngine;
import dev.halftone.engines.Engine;
import dev.halftone.template.Stack;
import dev.halftone.template.StackTables;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SealPorts;
import dev.halftone.testing.StudioPorts;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The tables of the deployed template, in an engine that runs until the tests end, or wherever
 * {@code AWS_ENDPOINT_URL} points.
 */
final class TestStack {

    private static final DynamoDbClient CLIENT = connect();
    private static final Map<String, String> TABLES =
            StackTables.create(Stack.inRepository("infra/data.yaml"), CLIENT);

    private TestStack() {}

    private static DynamoDbClient connect() {
        if (System.getenv("AWS_ENDPOINT_URL") == null) {
            System.setProperty(
                    "aws.endpointUrl", DynamoDbEngine.start(null, 0).endpoint().toString());
            System.setProperty("aws.region", "us-east-1");
            System.setProperty("aws.accessKeyId", Engine.ACCESS_KEY_ID);
            System.setProperty("aws.secretAccessKey", Engine.SECRET_ACCESS_KEY);
        }
        return DynamoDbClients.create();
    }

    static DynamoDbClient client() {
        return CLIENT;
    }

    /** Another client of the same tables, over a network of the test's own. */
    static DynamoDbClient client(SdkHttpClient network) {
        return DynamoDbClients.create(network);
    }

    static StudioPorts studio() {
        return studio(CLIENT);
    }

    static StudioPorts studio(DynamoDbClient client) {
        String studio = table("StudioTable");
        String ledger = table("LedgerTable");
        return new StudioPorts(
                new DynamoDbLedger(client, ledger),
                new DynamoDbCorrections(client, ledger),
                new DynamoDbExpiries(client, ledger),
                submissions(client, Samples.economy().ceilings()),
                new DynamoDbSettlements(client, studio, ledger),
                new DynamoDbGenerations(client, studio));
    }

    static Submissions submissions(DynamoDbClient client, Ceilings ceilings) {
        return new DynamoDbSubmissions(
                client, table("StudioTable"), table("LedgerTable"), ceilings, Plans.OPEN);
    }

    static Submissions submissions(DynamoDbClient client, Ceilings ceilings, Plans plans) {
        return new DynamoDbSubmissions(
                client, table("StudioTable"), table("LedgerTable"), ceilings, plans);
    }

    static PaymentPorts payments() {
        return payments(CLIENT);
    }

    static PaymentPorts payments(DynamoDbClient client) {
        String ledger = table("LedgerTable");
        return new PaymentPorts(
                new DynamoDbLedger(client, ledger),
                new DynamoDbOrders(client, ledger),
                new DynamoDbPayments(client, ledger),
                new DynamoDbCustomers(client, ledger),
                new DynamoDbSubscriptions(client, ledger));
    }

    static SealPorts seals() {
        return seals(CLIENT);
    }

    static SealPorts seals(DynamoDbClient client) {
        String ledger = table("LedgerTable");
        return new SealPorts(
                new DynamoDbSeals(client, ledger),
                new DynamoDbRoots(client, ledger),
                new DynamoDbCheckpoints(client, ledger));
    }

    static String table(String logicalId) {
        return TABLES.getOrDefault(logicalId, "");
    }
}
