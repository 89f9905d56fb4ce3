package dev.halftone.testing;

import dev.halftone.core.Digest;
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
import dev.halftone.core.payment.DeliveryOutcome.Reason;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A processor in memory, where tests say what buyers and banks do. It keeps the contract of the
 * real ones.
 */
public final class InMemoryPaymentProcessor implements PaymentProcessor {
    /** The header without which nothing is believed. */
    public static final String SIGNATURE = "signature";

    private static final String SIGNED_AT = "signed-at";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern MESSAGE = Pattern.compile("\\{\"event\":(\\d{1,9})}");
    private static final Duration OPEN = Duration.ofHours(24);
    private static final int PAGE = 2;
    // As somebody may type it: whoever shows it has to escape it.
    private static final String BUYER = "buyer+<i>@example.org";

    private final String id;
    private final Clock clock;
    private final String secret;
    private final Map<OrderReference, CheckoutRequest> requests = new HashMap<>();
    private final Map<OrderReference, Checkout> checkouts = new HashMap<>();
    private final List<PaymentFact> facts = new ArrayList<>();
    private final List<Instant> happenedAt = new ArrayList<>();
    private Duration listedAfter = Duration.ZERO;
    private int looks;
    private boolean broken;
    private String believed;

    public InMemoryPaymentProcessor(String id, Clock clock) {
        this(id, clock, "secret-of-" + id);
    }

    /**
     * @param secret what it signs its messages with
     */
    InMemoryPaymentProcessor(String id, Clock clock, String secret) {
        this.id = id;
        this.clock = clock;
        this.secret = secret;
        this.believed = secret;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Checkout open(CheckoutRequest request) {
        answer();
        requests.putIfAbsent(request.order(), request);
        return checkouts.computeIfAbsent(request.order(), this::checkout);
    }

    private Checkout checkout(OrderReference order) {
        return new Checkout(
                session(order),
                URI.create("https://pay.test/" + session(order)),
                false,
                clock.instant().plus(OPEN),
                customer(order));
    }

    @Override
    public URI portal(CustomerReference customer, URI returnUrl, Language language) {
        answer();
        return URI.create("https://pay.test/portal/" + customer.value());
    }

    /** Nothing follows from the number of what has not happened. */
    @Override
    public DeliveryOutcome read(Delivery delivery) {
        Optional<Reason> objection = objection(delivery);
        if (objection.isPresent()) {
            return new DeliveryOutcome.Refused(objection.get());
        }
        answer();
        Matcher message = MESSAGE.matcher(delivery.body());
        if (!message.matches()) {
            return new DeliveryOutcome.Refused(Reason.UNREADABLE);
        }
        int number = Integer.parseInt(message.group(1));
        return new DeliveryOutcome.Verified(
                "evt_" + number,
                "thing.happened",
                number < facts.size() ? List.of(asItStands(facts.get(number))) : List.of());
    }

    /** Empty if it is to be believed. */
    private Optional<Reason> objection(Delivery delivery) {
        if (believed.isBlank()) {
            return Optional.of(Reason.NO_SECRET);
        }
        Optional<String> signature = delivery.header(SIGNATURE);
        if (signature.isEmpty()) {
            return Optional.of(Reason.UNSIGNED);
        }
        String signedAt = delivery.header(SIGNED_AT).orElse("");
        if (Stream.of(believed.strip().split(" +", -1))
                .noneMatch(each -> signature.get().equals(sign(each, signedAt, delivery.body())))) {
            return Optional.of(Reason.FORGED);
        }
        Duration age = Duration.between(Instant.parse(signedAt), delivery.now());
        if (age.compareTo(TOLERANCE) > 0) {
            return Optional.of(Reason.STALE);
        }
        return age.negated().compareTo(TOLERANCE) > 0
                ? Optional.of(Reason.FUTURE)
                : Optional.empty();
    }

    private static String sign(String secret, String at, String body) {
        return Digest.sha256Hex(secret + "\n" + at + "\n" + body);
    }

    /** Whatever it told of refunds first, it says their sum of now. */
    private PaymentFact asItStands(PaymentFact told) {
        return told instanceof PaymentFact.Refunded one
                ? facts.reversed().stream()
                        .filter(PaymentFact.Refunded.class::isInstance)
                        .map(PaymentFact.Refunded.class::cast)
                        .filter(newest -> newest.payment().equals(one.payment()))
                        .findFirst()
                        .orElse(one)
                : told;
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

    /** Something happens there; its number is what the message names that says so. */
    public int happens(PaymentFact fact) {
        facts.add(fact);
        happenedAt.add(clock.instant());
        return facts.size() - 1;
    }

    /** The message that something happened, as it is sent now. */
    public Delivery message(int number) {
        Instant now = clock.instant();
        String body = "{\"event\":%d}".formatted(number);
        return new Delivery(
                Map.of(SIGNED_AT, now.toString(), SIGNATURE, sign(secret, now.toString(), body)),
                body,
                now);
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
        return pays(order, cost, cost, BUYER);
    }

    /** The buyer pays for a pack another total than was asked, under another address. */
    int pays(OrderReference order, Cost asked, Cost total, String billingEmail) {
        return happens(
                new PaymentFact.Paid(
                        order,
                        new BusinessKey(id + ":" + session(order)),
                        payment(order),
                        asked(order).purchase().priceReference(),
                        asked,
                        total,
                        customer(order),
                        billingEmail,
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

    /** What was asked for when it was opened. */
    CheckoutRequest asked(Checkout checkout) {
        return requests.values().stream()
                .filter(request -> session(request.order()).equals(checkout.session()))
                .findFirst()
                .orElseThrow();
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

    /**
     * What its messages have to be signed with, one of these between blanks; blank: none is known.
     */
    void setBelieved(String secrets) {
        believed = secrets;
    }

    CustomerReference customer(OrderReference order) {
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
