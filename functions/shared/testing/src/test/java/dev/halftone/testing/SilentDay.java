package dev.halftone.testing;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.HealOrder;
import dev.halftone.core.payment.ListWalks;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentReference;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.payment.Price;
import dev.halftone.core.payment.PriceList;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Product;
import dev.halftone.core.payment.ProductId;
import dev.halftone.core.payment.Purchase;
import dev.halftone.core.payment.ReconcilePayments;
import dev.halftone.core.payment.StartCheckout;
import dev.halftone.core.payment.StartOutcome;
import dev.halftone.core.payment.SubscriptionReference;
import dev.halftone.core.payment.Velocity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shop with two processors on a clock that a test moves: people order, most of them pay, some
 * come back from paying, the processors send messages that may not arrive, and once an hour
 * somebody reads what the processors list.
 */
final class SilentDay {

    static final String PATIENT = "patient";
    static final String HASTY = "hasty";

    private static final int PEOPLE = 20;
    // One order of so many is never paid.
    private static final int UNPAID_OF = 8;

    // Less than is read again: a list may be as late as this.
    private static final Duration LISTED_AFTER = Duration.ofMinutes(100);
    private static final Duration HOUR = Duration.ofHours(1);
    // A run is over after so many looks at its clock, a page each.
    private static final int PAGES_A_RUN = 24;
    private static final URI HOME = URI.create("https://studio.example.org");

    /** When a message is sent again that was not taken, counted from the time before. */
    private static final Map<String, List<Duration>> PAUSES =
            Map.of(
                    PATIENT,
                    Stream.of(1, 2, 4, 8, 16, 16, 16).map(Duration::ofHours).toList(),
                    HASTY,
                    Stream.of(30, 60, 300, 3_600).map(Duration::ofSeconds).toList());

    /** By what an order came to be fulfilled. */
    enum By {
        MESSAGE,
        RETURN,
        LIST
    }

    private final Agenda agenda = new Agenda(Samples.NOW);
    private final SplittableRandom random = new SplittableRandom(24);
    private final Map<String, InMemoryPaymentProcessor> processors = new LinkedHashMap<>();
    private final Set<OrderReference> paid = new LinkedHashSet<>();
    private final Map<By, Integer> fulfilled = new LinkedHashMap<>();
    private final InMemoryStudio store =
            new InMemoryStudio(UnaryOperator.identity(), this::written);
    private final ApplyPayment applying =
            new ApplyPayment(
                    store.orders(),
                    store.payments(),
                    store.customers(),
                    store.subscriptions(),
                    terms().prices());
    private final Function<ListWalks, ListWalks> walking;
    private final ListWalks walks = new InMemoryListWalks();
    private final Instant deafUntil;
    private By now = By.MESSAGE;
    private int ordered;

    /**
     * @param deaf for how long no message arrives
     * @param walking whoever keeps how far the lists were read
     */
    SilentDay(Duration deaf, Function<ListWalks, ListWalks> walking) {
        this.walking = walking;
        this.deafUntil = Samples.NOW.plus(deaf);
        for (String id : List.of(PATIENT, HASTY)) {
            InMemoryPaymentProcessor processor = new InMemoryPaymentProcessor(id, agenda.clock());
            processor.setListedAfter(LISTED_AFTER);
            processors.put(id, processor);
        }
        agenda.every(HOUR, this::reconcile);
    }

    private static PaymentTerms terms() {
        return new PaymentTerms(
                List.of(
                        new ProcessorTerms(PATIENT, true, true),
                        new ProcessorTerms(HASTY, true, true)),
                new PriceList(
                        PaymentSamples.PRICES.products().stream().map(SilentDay::twice).toList()),
                PaymentSamples.TERMS.refundTerms(),
                new Velocity(1_000, 1_000));
    }

    /** The same, sold by both. */
    private static Product twice(Product one) {
        return new Product(
                one.id(),
                one.kind(),
                one.title(),
                one.credits(),
                one.prices().stream()
                        .map(
                                price ->
                                        new Price(
                                                price.cost(),
                                                Map.of(
                                                        PATIENT, "price_" + one.id(),
                                                        HASTY, "prod_" + one.id())))
                        .toList(),
                one.period(),
                one.plan(),
                one.expiresAfterDays(),
                one.expiresWithPeriod());
    }

    /** So many orders in that time, an eighth of which nobody pays. */
    void people(int orders, Duration within) {
        for (int number = 0; number < orders; number++) {
            agenda.at(upTo(within), () -> order(random.nextInt(UNPAID_OF) > 0));
        }
    }

    /** A crowd, so that one run does not come to the end of a list. */
    void rush(int orders, Duration then) {
        for (int number = 0; number < orders; number++) {
            agenda.at(then.plus(upTo(Duration.ofMinutes(20))), () -> order(true));
        }
    }

    /** A processor answers nobody for so long. */
    void breaks(String processor, Duration from, Duration length) {
        agenda.at(from, () -> processor(processor).setBroken(true));
        agenda.at(from.plus(length), () -> processor(processor).setBroken(false));
    }

    void pass(Duration length) {
        agenda.pass(length);
    }

    private Duration upTo(Duration most) {
        return Duration.ofSeconds(1 + random.nextLong(most.toSeconds()));
    }

    private InMemoryPaymentProcessor processor(String id) {
        return Objects.requireNonNull(processors.get(id));
    }

    private void order(boolean pays) {
        int who = random.nextInt(PEOPLE);
        List<Product> products = terms().prices().products();
        ProductId product = products.get(random.nextInt(products.size())).id();
        String processor = random.nextBoolean() ? PATIENT : HASTY;
        StartCheckout.Command command =
                new StartCheckout.Command(
                        Samples.userId(who),
                        Samples.accountId(who),
                        new IdempotencyKey("order-number-" + ordered++),
                        product.value(),
                        "EUR",
                        processor,
                        Language.EN,
                        HOME);
        try {
            Order order = ((StartOutcome.Started) starting().start(command, agenda.now())).order();
            if (pays) {
                agenda.in(upTo(Duration.ofMinutes(9)), () -> pay(order));
            }
        } catch (TransientFailure _) {
            // Nobody pays at a page that did not open.
        }
    }

    private StartCheckout starting() {
        return new StartCheckout(
                terms(),
                Map.copyOf(processors),
                store.orders(),
                store.customers(),
                store.ledger(),
                Samples::signingKey);
    }

    private void pay(Order order) {
        InMemoryPaymentProcessor processor = processor(order.processor());
        paid.add(order.reference());
        int number =
                order.purchase().period() == null
                        ? processor.pays(order.reference())
                        : processor.happens(month(order));
        send(order.processor(), number, 0);
        if (random.nextInt(3) == 0) {
            agenda.in(upTo(Duration.ofMinutes(2)), () -> comesBack(order));
        }
        if (random.nextInt(6) == 0) {
            agenda.in(upTo(Duration.ofHours(20)), () -> comesBack(order));
        }
    }

    private PaymentFact.PeriodPaid month(Order order) {
        String name = order.id().value();
        Cost price = order.purchase().price();
        return new PaymentFact.PeriodPaid(
                order.reference(),
                new SubscriptionReference(order.processor(), "sub_" + name),
                new BusinessKey(order.processor() + ":in_" + name),
                new PaymentReference(order.processor(), "in_" + name),
                order.purchase().priceReference(),
                Fraction.WHOLE,
                price,
                price,
                null,
                null,
                agenda.now(),
                agenda.now().plus(Buyer.MONTH),
                false,
                agenda.now());
    }

    /** Sends a message, and again until it is taken or the processor has lost patience. */
    private void send(String processor, int number, int attempt) {
        List<Duration> pauses = PAUSES.getOrDefault(processor, List.of());
        if (!isTaken(processor, number) && attempt < pauses.size()) {
            agenda.in(pauses.get(attempt), () -> send(processor, number, attempt + 1));
        }
    }

    private boolean isTaken(String processor, int number) {
        if (agenda.now().isBefore(deafUntil)) {
            return false;
        }
        try {
            InMemoryPaymentProcessor sender = processor(processor);
            DeliveryOutcome read = sender.read(sender.message(number));
            if (read instanceof DeliveryOutcome.Verified said) {
                by(By.MESSAGE, () -> said.facts().forEach(this::apply));
            }
            return true;
        } catch (TransientFailure _) {
            return false;
        }
    }

    private void apply(PaymentFact fact) {
        applying.apply(fact, agenda.now());
    }

    private void comesBack(Order order) {
        HealOrder healing = new HealOrder(Map.copyOf(processors), store.orders(), applying);
        by(By.RETURN, () -> healing.heal(order.reference(), agenda.now()));
    }

    private void reconcile() {
        Instant start = agenda.now();
        ReconcilePayments reconciling =
                new ReconcilePayments(
                        List.copyOf(processors.values()),
                        walking.apply(walks),
                        applying,
                        new Ticking(start));
        by(By.LIST, () -> reconciling.reconcile(start, start.plusSeconds(PAGES_A_RUN)));
    }

    /** A second has gone by whenever somebody looks at it. */
    private static final class Ticking extends Clock {
        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void by(By who, Runnable act) {
        now = who;
        act.run();
    }

    private void written(JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.GRANT) {
            fulfilled.merge(now, 1, Integer::sum);
        }
    }

    /** How many orders were fulfilled by what. */
    Map<By, Integer> fulfilled() {
        return Map.copyOf(fulfilled);
    }

    int paid() {
        return paid.size();
    }

    /** Orders that were paid, and whose buyers have nothing of it. */
    List<Order> unfulfilled() {
        return paid.stream()
                .map(order -> store.orders().find(order).orElseThrow())
                .filter(order -> order.state() != OrderState.PAID)
                .toList();
    }

    /** What each account was granted beside what its paid orders say; empty if it is the same. */
    Map<String, Long> wronglyGranted() {
        Map<String, Long> due =
                paid.stream()
                        .map(order -> store.orders().find(order).orElseThrow())
                        .collect(
                                Collectors.groupingBy(
                                        order -> order.account().value(),
                                        Collectors.summingLong(
                                                order -> credits(order.purchase()))));
        Map<String, Long> wrong = new LinkedHashMap<>();
        for (int who = 0; who < PEOPLE; who++) {
            String account = Samples.accountId(who).value();
            long granted =
                    store.ledger()
                            .account(Samples.accountId(who))
                            .map(each -> each.balance(Balance.BOUGHT).amount())
                            .orElse(0L);
            if (granted != due.getOrDefault(account, 0L)) {
                wrong.put(account, granted - due.getOrDefault(account, 0L));
            }
        }
        return wrong;
    }

    private static long credits(Purchase purchase) {
        return purchase.credits().amount();
    }
}
