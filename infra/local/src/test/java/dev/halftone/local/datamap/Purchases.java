package dev.halftone.local.datamap;

import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.ParkedDelivery;
import dev.halftone.core.payment.ProductId;
import dev.halftone.dynamodb.DynamoDbCustomers;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbOrders;
import dev.halftone.dynamodb.DynamoDbParked;
import dev.halftone.dynamodb.DynamoDbPayments;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PaymentSamples;
import java.net.URI;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everything that can become of what somebody buys. */
final class Purchases {
    static final String CHECKOUT = "https://till.example/typedcheckout5f3a91";
    private static final String LEDGER = "halftone-LedgerTable";

    private final DynamoDbClient client;
    private final PaymentPorts ports;
    private final Buyer buyer;

    Purchases(DynamoDbClient client) {
        this.client = client;
        this.ports =
                new PaymentPorts(
                        new DynamoDbLedger(client, LEDGER),
                        new DynamoDbOrders(client, LEDGER),
                        new DynamoDbPayments(client, LEDGER),
                        new DynamoDbCustomers(client, LEDGER),
                        new DynamoDbSubscriptions(client, LEDGER));
        this.buyer = new Buyer(ports);
    }

    /** Says whose account it is. */
    String make() {
        Order pack = order(1, PaymentSamples.ENDING_PACK);
        buyer.hears(buyer.paid(1, pack));
        buyer.hears(buyer.refunded(1, 2_500, 1));
        buyer.hears(buyer.disputed(1, DisputePhase.OPEN, 1));
        Order plus = order(2, PaymentSamples.PLUS);
        buyer.hears(buyer.month(2, plus));
        buyer.hears(
                buyer.stands(plus, Subscription.State.ACTIVE, plus.purchase().priceReference(), 1));
        Order wrong = order(3, PaymentSamples.PACK);
        buyer.hears(buyer.paid(3, wrong, new Cost(1, "EUR")));
        new DynamoDbParked(client, "halftone-InsightTable")
                .park(
                        new ParkedDelivery(
                                PaymentSamples.PROCESSOR,
                                "evt_1",
                                "some.thing",
                                "\"%s %s %s\""
                                        .formatted(
                                                Journey.EMAIL,
                                                Journey.NAME,
                                                buyer.person().account()),
                                Instant.now()));
        return buyer.person().account().value();
    }

    private Order order(int number, ProductId product) {
        Order order = buyer.order(number, product);
        ports.orders().place(order, PaymentSamples.VELOCITY);
        ports.orders()
                .keep(
                        order.reference(),
                        new Checkout(
                                "cs_" + number,
                                URI.create(CHECKOUT),
                                true,
                                buyer.now().plusSeconds(60),
                                new CustomerReference(PaymentSamples.PROCESSOR, "cus_1")));
        ports.orders().claimLook(order.reference(), buyer.now(), buyer.now());
        return buyer.order(order.reference());
    }
}
