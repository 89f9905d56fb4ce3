package dev.halftone.testing.simulation;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.ApplyOutcome;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.core.payment.Velocity;
import dev.halftone.testing.PaymentPorts;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one person buys, and what a processor says of it: payments, refunds, disputes and periods,
 * each at any time after the order and in any order.
 */
final class Shop {

    private static final Duration NEWS_MAX = Duration.ofMinutes(4);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Velocity VELOCITY = new Velocity(1_000, 1_000);
    private static final int REFUNDS_MAX = 3;
    private static final int MONTHS_MAX = 3;
    private static final int ORDERS_MAX = 2;

    private final World world;
    private final PaymentPorts ports;
    private final ApplyPayment applying;
    private final Asked asked;
    private final PurchaseRules rules;
    private final Insistence insistence;
    private final Person person;
    private final Set<OrderReference> begun = new HashSet<>();
    private int orders;
    private int payments;

    Shop(
            World world,
            PaymentPorts ports,
            Asked asked,
            PurchaseRules rules,
            Insistence insistence,
            Person person) {
        this.world = world;
        this.ports = ports;
        this.applying = ports.apply();
        this.asked = asked;
        this.rules = rules;
        this.insistence = insistence;
        this.person = person;
    }

    void buy() {
        int packs = 1 + world.random.nextInt(ORDERS_MAX);
        for (int pack = 0; pack < packs; pack++) {
            order(PaymentSamples.PACK, this::pack);
        }
        if (world.rarely(2)) {
            order(PaymentSamples.PLUS, this::subscription);
        }
        if (world.rarely(3)) {
            order(PaymentSamples.PACK, this::paysTooLittle);
            hearsOfNothing();
        }
    }

    private void order(ProductId product, Consumer<Order> then) {
        Order order =
                Order.open(
                        new OrderId("ord_%032x".formatted(++orders)),
                        person.account(),
                        PaymentSamples.PRICES
                                .purchase(product, "EUR", PaymentSamples.PROCESSOR)
                                .orElseThrow(),
                        world.now());
        insistence.tell(
                "order",
                _ -> {
                    ports.orders().place(order, VELOCITY);
                    return ports.orders()
                            .keep(
                                    order.reference(),
                                    PaymentSamples.checkout("cs_" + order.id().value()));
                },
                _ -> {
                    if (begun.add(order.reference())) {
                        then.accept(order);
                    }
                });
    }

    private void pack(Order order) {
        PaymentReference payment = nextPayment();
        BusinessKey key = key(payment);
        sells(order, payment, key, order.purchase().credits(), GrantSource.PURCHASE);
        soon(() -> hears(paid(order, payment, key, order.purchase().price())));
        rules.ends(order.reference(), OrderState.PAID);
        if (world.rarely(2)) {
            soon(() -> hears(new PaymentFact.Awaiting(order.reference(), order.createdAt())));
        }
        refunds(payment, order.purchase().price());
        if (world.rarely(2)) {
            dispute(payment, order.purchase().price());
        }
    }

    private PaymentFact.Paid paid(
            Order order, PaymentReference payment, BusinessKey key, Cost cost) {
        return new PaymentFact.Paid(
                order.reference(),
                key,
                payment,
                order.purchase().priceReference(),
                cost,
                cost,
                payments % 2 == 0
                        ? null
                        : new CustomerReference(
                                PaymentSamples.PROCESSOR, "cus_" + person.account()),
                null,
                true,
                order.createdAt());
    }

    private void subscription(Order order) {
        int months = 1 + world.random.nextInt(MONTHS_MAX);
        for (int month = 0; month < months; month++) {
            PaymentReference payment = nextPayment();
            BusinessKey key = key(payment);
            // The last is the rest of a month.
            Fraction part = month == MONTHS_MAX - 1 ? new Fraction(1, 3) : Fraction.WHOLE;
            long credits =
                    order.purchase().credits().amount() * part.numerator() / part.denominator();
            PaymentFact.PeriodPaid paid = period(order, payment, key, part, month);
            sells(order, payment, key, new Credits(credits), GrantSource.SUBSCRIPTION);
            soon(() -> hears(paid));
            refunds(payment, paid.total());
        }
        rules.ends(order.reference(), OrderState.PAID);
        int second = 0;
        for (Subscription.State state : List.of(Subscription.State.values())) {
            PaymentFact.SubscriptionState stands = stands(order, state, ++second);
            soon(
                    () -> {
                        rules.says(stands);
                        hears(stands);
                    });
        }
    }

    private PaymentFact.PeriodPaid period(
            Order order, PaymentReference payment, BusinessKey key, Fraction part, int month) {
        Cost price = order.purchase().price();
        Cost cost =
                new Cost(
                        price.amountMinor() * part.numerator() / part.denominator(),
                        price.currency());
        Instant start = order.createdAt().plus(MONTH.multipliedBy(month));
        return new PaymentFact.PeriodPaid(
                order.reference(),
                subscription(),
                key,
                payment,
                order.purchase().priceReference(),
                part,
                cost,
                cost,
                null,
                null,
                start,
                start.plus(MONTH),
                true,
                start);
    }

    private PaymentFact.SubscriptionState stands(
            Order order, Subscription.State state, int second) {
        return new PaymentFact.SubscriptionState(
                order.reference(),
                subscription(),
                null,
                state,
                order.purchase().priceReference(),
                order.purchase().price().currency(),
                order.createdAt().plus(MONTH),
                order.createdAt().plusSeconds(second));
    }

    private SubscriptionReference subscription() {
        return new SubscriptionReference(PaymentSamples.PROCESSOR, "sub_" + person.account());
    }

    /** More and more of it goes back, and sometimes the bank then refuses a part. */
    private void refunds(PaymentReference payment, Cost cost) {
        long paid = cost.amountMinor();
        long gone = 0;
        int count = world.random.nextInt(REFUNDS_MAX);
        for (int number = 1; number <= count; number++) {
            gone += world.random.nextLong(paid - gone + 1);
            refund(payment, gone, paid, number);
        }
        if (gone > 0 && world.rarely(3)) {
            refund(payment, world.random.nextLong(gone), paid, REFUNDS_MAX);
        }
    }

    private void refund(PaymentReference payment, long gone, long paid, int second) {
        PaymentFact.Refunded refunded =
                new PaymentFact.Refunded(payment, gone, paid, world.now().plusSeconds(second));
        soon(
                () -> {
                    rules.says(refunded);
                    hears(refunded);
                });
    }

    private void dispute(PaymentReference payment, Cost cost) {
        String name = "dp_" + payments + "_" + person.account();
        FreezeCause cause = new FreezeCause("dispute:" + PaymentSamples.PROCESSOR + ":" + name);
        DisputePhase last = world.anyOf(List.of(DisputePhase.values()));
        int second = 0;
        for (DisputePhase phase : DisputePhase.values()) {
            boolean isOtherEnd = phase == DisputePhase.WON && last == DisputePhase.LOST;
            if (phase.compareTo(last) <= 0 && !isOtherEnd) {
                PaymentFact.Disputed disputed =
                        new PaymentFact.Disputed(
                                payment,
                                name,
                                phase,
                                cost.amountMinor(),
                                world.now().plusSeconds(++second));
                soon(() -> disputed(disputed, cause));
            }
        }
    }

    private void disputed(PaymentFact.Disputed disputed, FreezeCause cause) {
        rules.says(disputed, cause);
        switch (disputed.phase()) {
            case INQUIRY -> {}
            case OPEN -> asked.freezes.put(cause, person.account());
            case WON, LOST -> asked.thaws.add(cause);
        }
        hears(disputed);
    }

    /** Something else was paid than was ordered. */
    private void paysTooLittle(Order order) {
        PaymentReference payment = nextPayment();
        rules.ends(order.reference(), OrderState.REVIEW);
        PaymentFact.Paid paid = paid(order, payment, key(payment), new Cost(1, "EUR"));
        soon(() -> tell(paid, ApplyOutcome.Mismatched.class));
    }

    /** Of an order that there is not, and of something that nobody understands. */
    private void hearsOfNothing() {
        PaymentReference payment = nextPayment();
        Order never =
                Order.open(
                        new OrderId("ord_%032x".formatted(++orders)),
                        person.account(),
                        PaymentSamples.PRICES
                                .purchase(PaymentSamples.PACK, "EUR", PaymentSamples.PROCESSOR)
                                .orElseThrow(),
                        world.now());
        PaymentFact.Paid paid = paid(never, payment, key(payment), never.purchase().price());
        soon(() -> tell(paid, ApplyOutcome.NoSuchOrder.class));
        soon(
                () ->
                        tell(
                                new PaymentFact.Unknown("thing.happened", "evt_" + payments),
                                ApplyOutcome.NotUnderstood.class));
    }

    private PaymentReference nextPayment() {
        return new PaymentReference(
                PaymentSamples.PROCESSOR, "pi_" + person.account() + "_" + ++payments);
    }

    private static BusinessKey key(PaymentReference payment) {
        return new BusinessKey("till:paid:" + payment.value());
    }

    private void sells(
            Order order,
            PaymentReference payment,
            BusinessKey key,
            Credits credits,
            GrantSource source) {
        Grant grant =
                Grant.bought(
                        person.account(),
                        key,
                        source,
                        credits,
                        order.purchase().price(),
                        order.createdAt());
        asked.grants.put(grant.id(), grant);
        rules.sells(person.account(), payment, grant.id(), credits.amount());
    }

    private void soon(Runnable news) {
        world.timeline.later(world.upTo(NEWS_MAX), news);
    }

    private void hears(PaymentFact fact) {
        tell(fact, ApplyOutcome.Applied.class);
    }

    private void tell(PaymentFact fact, Class<? extends ApplyOutcome> answer) {
        insistence.tell(
                "news of a payment",
                run -> world.tally.heard(applying.apply(fact, run.now)),
                outcome ->
                        LedgerRules.require(
                                answer.isInstance(outcome), "a payment was heard as", outcome));
    }
}
