package dev.halftone.testing;

import dev.halftone.core.Page;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.CustomerReference;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.PaymentReference;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A processor in memory, where tests say what buyers and banks do. */
public final class InMemoryPaymentProcessor implements PaymentProcessor {
    /** The header, and what it says of what is the processor's own. */
    public static final String SIGNATURE = "signature";

    public static final String GENUINE = "genuine";

    private static final Duration OPEN = Duration.ofHours(24);
    private static final int PAGE = 2;

    private final String id;
    private final Clock clock;
    private final Map<OrderReference, CheckoutRequest> requests = new HashMap<>();
    private final List<PaymentFact> facts = new ArrayList<>();
    private final List<Instant> happenedAt = new ArrayList<>();
    private Duration listedAfter = Duration.ZERO;
    private int looks;
    private boolean broken;

    public InMemoryPaymentProcessor(String id, Clock clock) {
        this.id = id;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Checkout open(CheckoutRequest request) {
        answer();
        requests.putIfAbsent(request.order(), request);
        return new Checkout(
                session(request.order()),
                URI.create("https://pay.test/" + session(request.order())),
                false,
                clock.instant().plus(OPEN),
                customer(request.order()));
    }

    @Override
    public URI portal(CustomerReference customer, URI returnUrl, Language language) {
        answer();
        return URI.create("https://pay.test/portal/" + customer.value());
    }

    /** The body is the number of what happened; nothing follows from a number that nothing has. */
    @Override
    public DeliveryOutcome read(Delivery delivery) {
        if (!delivery.header(SIGNATURE).equals(Optional.of(GENUINE))) {
            return new DeliveryOutcome.Refused(DeliveryOutcome.Reason.FORGED);
        }
        answer();
        int number = Integer.parseInt(delivery.body());
        return new DeliveryOutcome.Verified(
                "evt_" + number,
                "thing.happened",
                number < facts.size() ? List.of(facts.get(number)) : List.of());
    }

    @Override
    public Optional<PaymentFact> look(Order order) {
        answer();
        looks++;
        return facts.reversed().stream()
                .filter(fact -> order.reference().equals(about(fact)))
                .findFirst();
    }

    private static @Nullable OrderReference about(PaymentFact fact) {
        return switch (fact) {
            case PaymentFact.Paid paid -> paid.order();
            case PaymentFact.PeriodPaid paid -> paid.order();
            case PaymentFact.Awaiting awaiting -> awaiting.order();
            case PaymentFact.Failed failed -> failed.order();
            case PaymentFact.Expired expired -> expired.order();
            case PaymentFact.SubscriptionState _,
                    PaymentFact.Refunded _,
                    PaymentFact.Disputed _,
                    PaymentFact.Unknown _ ->
                    null;
        };
    }

    @Override
    public Page<PaymentFact> since(Instant from, @Nullable String cursor) {
        answer();
        int begin = cursor == null ? firstSince(from) : Integer.parseInt(cursor);
        int listed = firstSince(clock.instant().minus(listedAfter).plusNanos(1));
        int end = Math.min(listed, begin + PAGE);
        return new Page<>(
                begin < end ? facts.subList(begin, end) : List.of(),
                end < listed ? Integer.toString(end) : null);
    }

    /** The first of what happened then or later; all of it happened in this order. */
    private int firstSince(Instant from) {
        int number = 0;
        while (number < facts.size() && happenedAt.get(number).isBefore(from)) {
            number++;
        }
        return number;
    }

    @Override
    public Optional<URI> invoice(PaymentReference payment) {
        answer();
        return Optional.of(URI.create("https://pay.test/invoice/" + payment.value()));
    }

    /** Something happens there; its number is the body of the message that says so. */
    public int happens(PaymentFact fact) {
        facts.add(fact);
        happenedAt.add(clock.instant());
        return facts.size() - 1;
    }

    /** What happened, by its number. */
    public PaymentFact fact(int number) {
        return facts.get(number);
    }

    /** The buyer pays for a pack what is asked. */
    public int pays(OrderReference order) {
        return pays(order, asked(order).purchase().price());
    }

    /** The buyer pays for a pack. */
    public int pays(OrderReference order, Cost cost) {
        return happens(
                new PaymentFact.Paid(
                        order,
                        new BusinessKey(id + ":" + session(order)),
                        payment(order),
                        asked(order).purchase().priceReference(),
                        cost,
                        cost,
                        customer(order),
                        "buyer+<i>@example.org",
                        false,
                        clock.instant()));
    }

    /** What was asked for. */
    public CheckoutRequest asked(OrderReference order) {
        CheckoutRequest request = requests.get(order);
        if (request == null) {
            throw new IllegalArgumentException("No checkout of that order");
        }
        return request;
    }

    /** How many checkouts were opened, each once. */
    public int opened() {
        return requests.size();
    }

    /** How often somebody asked what became of an order. */
    public int looks() {
        return looks;
    }

    /** How the payment of a pack is called. */
    public PaymentReference payment(OrderReference order) {
        return new PaymentReference(id, "pi_" + order.order());
    }

    /** Its list shows only so much later what happened. */
    public void setListedAfter(Duration delay) {
        listedAfter = delay;
    }

    public void setBroken(boolean isBroken) {
        broken = isBroken;
    }

    private CustomerReference customer(OrderReference order) {
        return new CustomerReference(id, "cus_" + order.account());
    }

    private static String session(OrderReference order) {
        return "cs_" + order.order();
    }

    private void answer() {
        if (broken) {
            throw new TransientFailure(id, "out of reach");
        }
    }
}
