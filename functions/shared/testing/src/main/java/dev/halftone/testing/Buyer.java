package dev.halftone.testing;

import dev.halftone.core.Digest;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.core.payment.Velocity;
import java.time.Duration;
import java.time.Instant;

/** Somebody who buys, and what a processor may say of it. */
public final class Buyer {

    public static final String BILLING_EMAIL = "billing@example.org";

    public static final Duration MONTH = Duration.ofDays(30);

    // With tax.
    private static final long TOTAL_MINOR = 594;

    private final Person person;
    private final PaymentPorts ports;

    public Buyer(PaymentPorts ports) {
        this(ports, Person.fresh());
    }

    Buyer(PaymentPorts ports, Person person) {
        this.ports = ports;
        this.person = person;
    }

    public Person person() {
        return person;
    }

    public Instant now() {
        return person.now();
    }

    /** An order that was placed, and whose checkout is open. */
    public Order ordered(int number, ProductId product) {
        Order order = order(number, product);
        ports.orders().place(order, new Velocity(1_000, 1_000));
        ports.orders().keep(order.reference(), PaymentSamples.checkout(name("cs", number)));
        return ports.orders().find(order.reference()).orElseThrow();
    }

    /** An order that was not placed. */
    public Order order(int number, ProductId product) {
        return Order.open(
                id(number),
                person.account(),
                PaymentSamples.PRICES
                        .purchase(product, "EUR", PaymentSamples.PROCESSOR)
                        .orElseThrow(),
                now().plusSeconds(number));
    }

    private OrderId id(int number) {
        return new OrderId(
                "ord_" + Digest.sha256Hex(person.account() + "#" + number).substring(0, 32));
    }

    private String name(String kind, int number) {
        return kind + "_" + person.account().value().substring(4, 16) + "_" + number;
    }

    public PaymentReference payment(int number) {
        return new PaymentReference(PaymentSamples.PROCESSOR, name("pi", number));
    }

    public PaymentFact.Paid paid(int number, Order order) {
        return paid(number, order, order.purchase().price());
    }

    /** As if the processor had asked for another price. */
    public PaymentFact.Paid paid(int number, Order order, Cost asked) {
        return new PaymentFact.Paid(
                order.reference(),
                new BusinessKey("till:cs:" + name("cs", number)),
                payment(number),
                order.purchase().priceReference(),
                asked,
                new Cost(TOTAL_MINOR, asked.currency()),
                new CustomerReference(PaymentSamples.PROCESSOR, name("cus", 0)),
                BILLING_EMAIL,
                true,
                now());
    }

    public SubscriptionReference subscription(int number) {
        return new SubscriptionReference(PaymentSamples.PROCESSOR, name("sub", number));
    }

    /** The month that begins so many months from now. */
    public PaymentFact.PeriodPaid month(int number, Order order) {
        Instant start = now().plus(MONTH.multipliedBy(number));
        return period(
                number,
                order,
                order.purchase().priceReference(),
                Fraction.WHOLE,
                order.purchase().price().amountMinor(),
                start);
    }

    public PaymentFact.PeriodPaid period(
            int number,
            Order order,
            String priceReference,
            Fraction fraction,
            long askedMinor,
            Instant start) {
        return new PaymentFact.PeriodPaid(
                order.reference(),
                subscription(1),
                new BusinessKey("till:in:" + name("in", number)),
                payment(number),
                priceReference,
                fraction,
                new Cost(askedMinor, "EUR"),
                new Cost(askedMinor, "EUR"),
                null,
                null,
                start,
                start.plus(MONTH),
                true,
                start);
    }

    public PaymentFact.SubscriptionState stands(
            Order order, Subscription.State state, String priceReference, int second) {
        return new PaymentFact.SubscriptionState(
                order.reference(),
                subscription(1),
                new CustomerReference(PaymentSamples.PROCESSOR, name("cus", 0)),
                state,
                priceReference,
                "EUR",
                state == Subscription.State.CANCELLED
                        ? now().plusSeconds(second)
                        : now().plus(MONTH),
                now().plusSeconds(second));
    }

    /** So much of 10,000 went back by that second. */
    public PaymentFact.Refunded refunded(int number, long ofTenThousand, int second) {
        return new PaymentFact.Refunded(
                payment(number), ofTenThousand, 10_000, now().plusSeconds(second));
    }

    public PaymentFact.Disputed disputed(int number, DisputePhase phase, int second) {
        return new PaymentFact.Disputed(
                payment(number), name("dp", number), phase, TOTAL_MINOR, now().plusSeconds(second));
    }

    public ApplyOutcome hears(PaymentFact fact) {
        return ports.apply().apply(fact, now());
    }

    public Account account() {
        return ports.ledger()
                .account(person.account())
                .orElseGet(() -> Account.empty(person.account()));
    }

    public Order order(OrderReference reference) {
        return ports.orders().find(reference).orElseThrow();
    }
}
