package dev.halftone.bench;

import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.dynamodb.DynamoDbCustomers;
import dev.halftone.dynamodb.DynamoDbLedger;
import dev.halftone.dynamodb.DynamoDbOrders;
import dev.halftone.dynamodb.DynamoDbPayments;
import dev.halftone.dynamodb.DynamoDbSubscriptions;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PaymentSamples;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Prints what a message of a payment processor costs, and drains many of them out of order. */
public final class PaymentBench {

    private static final int BUYERS = 250;
    private static final int TIMES = 5;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;
    private static final int SEED = 1_000;

    private final Calls calls = new Calls();
    private final PaymentPorts ports;

    private PaymentBench(Tables tables) {
        this.ports = ports(tables.client(List.of(calls)));
    }

    private static PaymentPorts ports(DynamoDbClient client) {
        return new PaymentPorts(
                new DynamoDbLedger(client, Tables.LEDGER),
                new DynamoDbOrders(client, Tables.LEDGER),
                new DynamoDbPayments(client, Tables.LEDGER),
                new DynamoDbCustomers(client, Tables.LEDGER),
                new DynamoDbSubscriptions(client, Tables.LEDGER));
    }

    /** Takes a minute or two. */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        out.println(
                """

                Calls to the tables for one message of a payment processor, once its signature is
                checked, and milliseconds on one engine on this machine; medians of %d. What is
                allowed for a payment: one read, one transaction, nothing else.
                """
                        .formatted(ROUNDS));
        try (Tables tables = new Tables()) {
            PaymentBench bench = new PaymentBench(tables);
            bench.print(out);
            bench.drain(out);
        }
        // The engine leaves threads behind.
        Runtime.getRuntime().exit(0);
    }

    private void print(PrintStream out) {
        Row paid = new Row("payment");
        Row again = new Row("again");
        Row refunded = new Row("refund");
        Row disputed = new Row("dispute");
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Buyer buyer = new Buyer(ports);
            ports.ledger().grant(buyer.person().welcome(10));
            PaymentFact.Paid fact = buyer.paid(1, ordered(buyer));
            hear(paid, round, buyer, fact);
            hear(again, round, buyer, fact);
            hear(refunded, round, buyer, buyer.refunded(1, 5_000, 1));
            hear(disputed, round, buyer, buyer.disputed(1, DisputePhase.OPEN, 2));
        }
        Table table = new Table(out, "message", "reads", "transactions", "other writes", "ms");
        for (Row row : List.of(paid, again, refunded, disputed)) {
            Calls.Counted most = Objects.requireNonNull(row.most);
            table.row(
                    row.name,
                    most.reads(),
                    most.transactions(),
                    most.others(),
                    "%.1f".formatted(Median.of(row.millis)));
        }
        Calls.Counted payment = Objects.requireNonNull(paid.most);
        if (!payment.equals(new Calls.Counted(1, 1, 0))) {
            throw new IllegalStateException("A payment costs " + payment);
        }
    }

    /** What one kind of message took. */
    private static final class Row {
        private final String name;
        private final List<Double> millis = new ArrayList<>();
        private Calls.@Nullable Counted most;

        Row(String name) {
            this.name = name;
        }
    }

    private void hear(Row row, int round, Buyer buyer, PaymentFact fact) {
        calls.take();
        long begin = System.nanoTime();
        buyer.hears(fact);
        double took = (System.nanoTime() - begin) / 1e6;
        Calls.Counted counted = calls.take();
        if (round >= 0) {
            row.millis.add(took);
        }
        if (row.most == null || counted.reads() > row.most.reads()) {
            row.most = counted;
        }
    }

    /** An order whose checkout was opened for a customer that the processor knows. */
    private Order ordered(Buyer buyer) {
        Order order = buyer.order(1, PaymentSamples.PACK);
        CustomerReference customer = Objects.requireNonNull(buyer.paid(1, order).customer());
        Checkout usual = PaymentSamples.checkout("cs_" + order.id().value());
        ports.orders().place(order, PaymentSamples.VELOCITY);
        ports.orders()
                .keep(
                        order.reference(),
                        new Checkout(
                                usual.session(),
                                usual.url(),
                                usual.live(),
                                usual.expiresAt(),
                                customer));
        return ports.orders().find(order.reference()).orElseThrow();
    }

    /** How one purchase stands in the end. */
    private record End(
            Credits granted, Credits available, Credits debt, boolean frozen, OrderState state) {}

    private void drain(PrintStream out) {
        List<End> ordered = drained(1, false, out);
        List<End> shuffled = drained(TIMES, true, out);
        if (!ordered.equals(shuffled)) {
            throw new IllegalStateException("Their order made a difference");
        }
        out.println("The same accounts and orders in the end: yes");
    }

    private List<End> drained(int times, boolean isShuffled, PrintStream out) {
        List<Buyer> buyers = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        List<Runnable> messages = new ArrayList<>();
        for (int number = 0; number < BUYERS; number++) {
            Buyer buyer = new Buyer(ports);
            Order order = buyer.ordered(1, PaymentSamples.PACK);
            buyers.add(buyer);
            orders.add(order);
            for (PaymentFact fact : news(buyer, order, number)) {
                for (int time = 0; time < times; time++) {
                    messages.add(() -> buyer.hears(fact));
                }
            }
        }
        if (isShuffled) {
            Collections.shuffle(messages, new Random(SEED));
        }
        long begin = System.nanoTime();
        messages.forEach(Runnable::run);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        out.println(
                "%,d messages%s in %.1f s"
                        .formatted(
                                messages.size(),
                                isShuffled ? ", each %d times, in no order,".formatted(times) : "",
                                took.toMillis() / 1e3));
        List<End> ends = new ArrayList<>();
        for (int number = 0; number < BUYERS; number++) {
            ends.add(end(buyers.get(number), orders.get(number)));
        }
        return ends;
    }

    /** Four messages: every third buyer's dispute is lost, the others' are won. */
    private static List<PaymentFact> news(Buyer buyer, Order order, int number) {
        return List.of(
                buyer.paid(1, order),
                buyer.refunded(1, 100L * (number % 100), 1),
                buyer.disputed(1, DisputePhase.OPEN, 2),
                buyer.disputed(1, number % 3 == 0 ? DisputePhase.LOST : DisputePhase.WON, 3));
    }

    private static End end(Buyer buyer, Order order) {
        Account account = buyer.account();
        return new End(
                account.granted(),
                account.available(),
                account.debt(),
                account.isFrozen(),
                buyer.order(order.reference()).state());
    }
}
