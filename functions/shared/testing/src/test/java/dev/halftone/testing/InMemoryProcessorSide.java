package dev.halftone.testing;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Subscription;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DisputePhase;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.SubscriptionReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whoever pays at the processor in memory. */
final class InMemoryProcessorSide implements ProcessorSide {

    private static final String PAYER = "payer@example.test";

    /** What is paid for of a subscription, until when. */
    private record Term(OrderReference order, Purchase purchase, Instant start, Instant end) {}

    /** A part of a payment that went back. */
    private record Back(PaymentReference payment, long amountMinor) {}

    private final InMemoryPaymentProcessor processor;
    private final Clock clock;
    private final Map<PaymentReference, Long> paidMinor = new HashMap<>();
    private final Map<PaymentReference, Long> backMinor = new HashMap<>();
    private final Map<SubscriptionReference, Term> terms = new HashMap<>();
    private final List<Integer> untold = new ArrayList<>();
    private @Nullable Back lastRefund;
    private @Nullable PaymentReference disputed;
    private int invoices;

    InMemoryProcessorSide(InMemoryPaymentProcessor processor, Clock clock) {
        this.processor = processor;
        this.clock = clock;
    }

    @Override
    public Purchase pack() {
        return purchase("pack", 499, null);
    }

    @Override
    public Purchase subscription() {
        return purchase("plus", 1_000, Product.Period.MONTH);
    }

    @Override
    public Purchase dearer() {
        return purchase("pro", 2_000, Product.Period.MONTH);
    }

    private Purchase purchase(String id, long amountMinor, Product.@Nullable Period period) {
        return new Purchase(
                new ProductId(id),
                period == null ? Product.Kind.PACK : Product.Kind.SUBSCRIPTION,
                "Credits: " + id,
                new Credits(400),
                new Cost(amountMinor, "EUR"),
                processor.id(),
                "price_" + id,
                period,
                null,
                null,
                false);
    }

    @Override
    public void pay(Checkout checkout) {
        CheckoutRequest asked = processor.asked(checkout);
        Purchase purchase = asked.purchase();
        if (purchase.period() == null) {
            pays(asked, purchase.price());
            return;
        }
        Instant now = clock.instant();
        begins(
                new Term(asked.order(), purchase, now, now.plus(Buyer.MONTH)),
                purchase.price().amountMinor());
    }

    @Override
    public void payByCoupon(Checkout checkout) {
        CheckoutRequest asked = processor.asked(checkout);
        pays(asked, new Cost(0, asked.purchase().price().currency()));
    }

    private void pays(CheckoutRequest asked, Cost total) {
        untold.add(processor.pays(asked.order(), asked.purchase().price(), total, PAYER));
        paidMinor.put(processor.payment(asked.order()), total.amountMinor());
    }

    @Override
    public void paySlowly(Checkout checkout) {
        happens(new PaymentFact.Awaiting(processor.asked(checkout).order(), clock.instant()));
    }

    @Override
    public void settle(Checkout checkout, boolean paid) {
        if (paid) {
            pay(checkout);
        } else {
            happens(new PaymentFact.Failed(processor.asked(checkout).order(), clock.instant()));
        }
    }

    @Override
    public void expire(Checkout checkout) {
        happens(new PaymentFact.Expired(processor.asked(checkout).order(), clock.instant()));
    }

    @Override
    public void refund(PaymentReference payment, long amountMinor) {
        lastRefund = new Back(payment, amountMinor);
        goesBack(payment, amountMinor);
    }

    @Override
    public void failRefund() {
        Back failed = Objects.requireNonNull(lastRefund);
        goesBack(failed.payment(), -failed.amountMinor());
    }

    private void goesBack(PaymentReference payment, long amountMinor) {
        happens(
                new PaymentFact.Refunded(
                        payment,
                        backMinor.merge(payment, amountMinor, Long::sum),
                        paid(payment),
                        clock.instant()));
    }

    @Override
    public void dispute(PaymentReference payment, boolean onlyAsks) {
        disputed = payment;
        disputes(payment, onlyAsks ? DisputePhase.INQUIRY : DisputePhase.OPEN);
    }

    @Override
    public void decide(boolean won) {
        disputes(Objects.requireNonNull(disputed), won ? DisputePhase.WON : DisputePhase.LOST);
    }

    private void disputes(PaymentReference payment, DisputePhase phase) {
        happens(
                new PaymentFact.Disputed(
                        payment, "dp_" + payment.value(), phase, paid(payment), clock.instant()));
    }

    @Override
    public void renew(SubscriptionReference subscription) {
        Term last = term(subscription);
        begins(
                new Term(last.order(), last.purchase(), last.end(), last.end().plus(Buyer.MONTH)),
                last.purchase().price().amountMinor());
    }

    @Override
    public void failToRenew(SubscriptionReference subscription) {
        stands(term(subscription), Subscription.State.PAST_DUE);
    }

    /** Asks for the difference, for what is left of the period. */
    @Override
    public void upgrade(SubscriptionReference subscription) {
        Term term = term(subscription);
        long difference = dearer().price().amountMinor() - term.purchase().price().amountMinor();
        Duration left = Duration.between(clock.instant(), term.end());
        Duration whole = Duration.between(term.start(), term.end());
        begins(
                new Term(term.order(), dearer(), term.start(), term.end()),
                difference * left.toSeconds() / whole.toSeconds());
    }

    @Override
    public void cancel(SubscriptionReference subscription) {
        stands(term(subscription), Subscription.State.CANCELLED);
    }

    private void begins(Term term, long askedMinor) {
        Cost price = term.purchase().price();
        Cost asked = new Cost(askedMinor, price.currency());
        String invoice = "in_" + ++invoices;
        PaymentReference payment = new PaymentReference(processor.id(), invoice);
        terms.put(subscription(term), term);
        paidMinor.put(payment, askedMinor);
        happens(
                new PaymentFact.PeriodPaid(
                        term.order(),
                        subscription(term),
                        new BusinessKey(processor.id() + ":" + invoice),
                        payment,
                        term.purchase().priceReference(),
                        asked.equals(price)
                                ? Fraction.WHOLE
                                : new Fraction(askedMinor, price.amountMinor()),
                        asked,
                        asked,
                        processor.customer(term.order()),
                        PAYER,
                        term.start(),
                        term.end(),
                        false,
                        clock.instant()));
        stands(term, Subscription.State.ACTIVE);
    }

    private void stands(Term term, Subscription.State state) {
        happens(
                new PaymentFact.SubscriptionState(
                        term.order(),
                        subscription(term),
                        processor.customer(term.order()),
                        state,
                        term.purchase().priceReference(),
                        term.purchase().price().currency(),
                        term.end(),
                        clock.instant()));
    }

    private SubscriptionReference subscription(Term term) {
        return new SubscriptionReference(processor.id(), "sub_" + term.order().order());
    }

    private Term term(SubscriptionReference subscription) {
        return Objects.requireNonNull(terms.get(subscription));
    }

    private long paid(PaymentReference payment) {
        return Objects.requireNonNull(paidMinor.get(payment));
    }

    private void happens(PaymentFact fact) {
        untold.add(processor.happens(fact));
    }

    @Override
    public List<Delivery> deliveries() {
        List<Delivery> told = untold.stream().map(processor::message).toList();
        untold.clear();
        return told;
    }

    @Override
    public void close() {
        untold.clear();
    }
}
