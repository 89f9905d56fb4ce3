package dev.halftone.function.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.audit.Finding;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Balance;
import dev.halftone.core.ledger.Cost;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.ExpireOutcome;
import dev.halftone.core.ledger.Expiries;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantId;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.payment.ListWalk;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.seal.SignRoot;
import dev.halftone.lambda.Environment;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.PaymentAddresses;
import dev.halftone.testing.Buyer;
import dev.halftone.testing.Conservation;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.InMemoryFindings;
import dev.halftone.testing.InMemoryListWalks;
import dev.halftone.testing.InMemoryPaymentProcessor;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Person;
import dev.halftone.testing.RootKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
    private static final Map<String, String> VARIABLES =
            Map.of(
                    "LEDGER_TABLE", "ledger",
                    "PROFILE", "test",
                    "PAYMENT_PARAMETERS", "payments/",
                    "PAYMENT_STAND_INS", "");
    private static final AtomicReference<ReconciliationPorts> PORTS = new AtomicReference<>();
    private static final Instant END = Instant.parse("2026-11-16T15:30:00Z");
    private static final Instant TICK = Instant.parse("2026-11-16T16:00:00Z");
    private static final int LINES_MAX = 100;

    private final InMemoryStudio store = new InMemoryStudio();
    private final MutableClock clock = new MutableClock(TICK);
    private final Person person = Person.fresh();
    private final InMemoryFindings findings = new InMemoryFindings();
    private final InMemoryPaymentProcessor processor =
            new InMemoryPaymentProcessor(PaymentSamples.PROCESSOR, clock);
    private final InMemoryListWalks walks = new InMemoryListWalks();
    private final Buyer buyer = new Buyer(store.paymentPorts());
    private final Map<String, Long> counted = new HashMap<>();

    /** The function without its stores. */
    public static class InMemoryApplication extends ReconciliationApplication {
        @Override
        ReconciliationPorts ports(ReconciliationConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    // Protects: whatever was not spent in time gets a line of its own, and only that.
    @Test
    void booksWhatHasExpired() {
        grant(person.promotion(1, 5, END));
        grant(person.purchase(2, 7));

        tick();

        assertThat(account(person).balance(Balance.EXPIRED)).isEqualTo(new Credits(5));
        assertThat(account(person).available()).isEqualTo(new Credits(7));
        assertThat(expiries(person)).hasSize(1);
        Conservation.audit(store.ledger(), person.account());
    }

    @Test
    void booksAnExpiryOnceThoughItRunsTwice() {
        grant(person.promotion(1, 5, END));

        tick();
        tick();

        assertThat(expiries(person)).hasSize(1);
    }

    @Test
    void letsInAPurchaseThatWaitedForRoom() {
        grant(person.promotion(1, 5, END));
        for (int number = 2; number <= Account.BUCKETS_MAX; number++) {
            grant(person.gift(number, 1));
        }
        grant(person.purchase(100, 400));
        assertThat(account(person).waiting()).hasSize(1);

        tick();

        assertThat(account(person).waiting()).isEmpty();
        assertThat(account(person).balance(Balance.EXPIRED)).isEqualTo(new Credits(5));
    }

    // Protects: priming asks for 1970, when nothing was due; and no tick books ahead of the clock.
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 2026-11-16T16:00:00Z",
        "9999-01-01T00:00:00Z, 2026-11-16T15:29:59Z"
    })
    void booksForTheTimeOfTheTickButNeverForTheFuture(String time, Instant now) {
        grant(person.promotion(1, 5, END));
        clock.set(now);

        driver(store.expiries())
                .invoke(
                        EventFile.read("reconciliation", "tick")
                                .with(TICK.toString(), time)
                                .bytes());

        assertThat(expiries(person)).isEmpty();
    }

    // Protects: one account that cannot be written keeps no other from its line, and is not hidden.
    @Test
    void booksAllOthersAndFailsWhenOneCannotBeBooked() {
        List<Person> others = List.of(Person.fresh(), Person.fresh(), Person.fresh());
        grant(person.promotion(1, 5, END));
        others.forEach(other -> grant(other.promotion(1, 5, END)));
        HandlerDriver driver = driver(new Unwritable(store.expiries(), person.account()));

        assertThatThrownBy(() -> driver.invoke(event())).isInstanceOf(IllegalStateException.class);

        assertThat(expiries(person)).isEmpty();
        assertThat(others).allSatisfy(other -> assertThat(expiries(other)).hasSize(1));
    }

    // Protects: what was changed past the code is counted for the alarm and kept for an operator.
    @Test
    void reportsAnAccountThatIsNotTheSumOfItsLines() {
        sealed(person);
        enrich(person);

        tick();

        assertThat(counted).isEqualTo(Map.of("ledger_audit_differences", 1L));
        assertThat(findings.all())
                .singleElement()
                .returns(person.account(), Finding::account)
                .returns(Finding.Kind.BALANCE_CHANGED, Finding::kind);
    }

    // Protects: the alarm lasts as long as the difference, and the record is one.
    @Test
    void countsTheSameDifferenceAgainAndKeepsItOnce() {
        sealed(person);
        enrich(person);
        tick();
        counted.clear();

        tick();

        assertThat(counted).isEqualTo(Map.of("ledger_audit_differences", 1L));
        assertThat(findings.all()).hasSize(1);
    }

    // Protects: nobody is alarmed by an account that is right.
    @Test
    void saysNothingOfASoundAccount() {
        sealed(person);

        tick();

        assertThat(counted).isEmpty();
        assertThat(findings.all()).isEmpty();
        assertThat(store.seals().checkpoints().audited(person.account())).isPresent();
    }

    // Protects: an expiry that cannot be booked keeps nobody's books from being audited.
    @Test
    void auditsThoughAnExpiryCannotBeBooked() {
        sealed(person);
        enrich(person);
        Person other = Person.fresh();
        grant(other.promotion(1, 5, END));
        HandlerDriver driver = driver(new Unwritable(store.expiries(), other.account()));

        assertThatThrownBy(() -> driver.invoke(event())).isInstanceOf(IllegalStateException.class);

        assertThat(findings.all()).hasSize(1);
    }

    private void sealed(Person of) {
        grant(of.gift(1, 10));
        store.seals()
                .seals()
                .seal(of.account(), Conservation.journal(store.ledger(), of.account()), TICK);
        new SignRoot(store.seals().seals(), store.seals().roots(), RootKeys::first, clock)
                .sign(Instant.MAX);
    }

    /** Credits from nowhere. */
    private void enrich(Person of) {
        Account account = account(of);
        store.rewrite(
                new Account(
                        account.id(),
                        account.balances().and(Balance.USED, -1).and(Balance.GIVEN, 1),
                        account.buckets(),
                        account.waiting(),
                        account.freezes(),
                        account.entries()));
    }

    // Protects whoever paid while no message came through, for a day: all is granted, once.
    @Test
    void grantsWhatWasPaidWithoutAnyMessage() {
        List<Order> orders = List.of(paidUnheard(1), paidUnheard(2), paidUnheard(3));

        tick();
        tick();

        assertThat(orders)
                .allSatisfy(
                        order ->
                                assertThat(buyer.order(order.reference()).state())
                                        .isEqualTo(OrderState.PAID));
        assertThat(buyer.account().available()).isEqualTo(new Credits(1_200));
        Conservation.audit(store.ledger(), buyer.person().account());
    }

    private Order paidUnheard(int number) {
        Order order = buyer.ordered(number, PaymentSamples.PACK);
        processor.happens(buyer.paid(number, order));
        return order;
    }

    // Protects: the next run reads from where this one began, and a little before.
    @Test
    void readsAProcessorsListFromWhereItWasReadBefore() {
        tick();

        assertThat(walks.of(PaymentSamples.PROCESSOR))
                .contains(
                        new ListWalk(
                                PaymentSamples.PROCESSOR,
                                TICK.minus(ListWalk.OVERLAP),
                                TICK,
                                null));
    }

    // Protects: a list that could not be read to its end is read on, and the books are kept.
    @Test
    void auditsAndExpiresThoughAProcessorIsOutOfReach() {
        grant(person.promotion(1, 5, END));
        Order order = paidUnheard(1);
        processor.setBroken(true);
        HandlerDriver driver = driver(store.expiries());

        assertThatThrownBy(() -> driver.invoke(event())).isInstanceOf(IllegalStateException.class);

        assertThat(expiries(person)).hasSize(1);
        processor.setBroken(false);
        tick();
        assertThat(buyer.order(order.reference()).state()).isEqualTo(OrderState.PAID);
    }

    // Protects: what was paid but not ordered is counted for the alarm until somebody sees to it.
    @Test
    void countsAPaymentThatIsNotWhatWasOrdered() {
        Order order = buyer.ordered(1, PaymentSamples.PACK);
        processor.happens(buyer.paid(1, order, new Cost(1, "EUR")));
        tick();
        assertThat(counted).isEqualTo(Map.of("payment_mismatch", 1L));
        assertThat(buyer.account().available()).isEqualTo(Credits.ZERO);
    }

    // Protects a snapshot: priming asks for 1970, and nobody outside hears of that.
    @Test
    void asksNoProcessorForATimeLongPast() {
        processor.setBroken(true);

        driver(store.expiries())
                .invoke(
                        EventFile.read("reconciliation", "tick")
                                .with(TICK.toString(), "1970-01-01T00:00:00Z")
                                .bytes());

        assertThat(walks.of(PaymentSamples.PROCESSOR)).isEmpty();
    }

    // Protects: whatever is invoked by hand with a body of its own choice moves nothing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "{\"headers\":{\"payload\":\"x\"},\"time\":\"2026-11-16T16:00:00Z\"}",
                "{\"source\":\"aws.events\",\"time\":\"2026-11-16T16:00:00Z\"}",
                "[{\"source\":\"aws.scheduler\",\"time\":\"2026-11-16T16:00:00Z\"}]"
            })
    void refusesWhatTheSchedulerDidNotSend(String body) {
        grant(person.promotion(1, 5, END));
        HandlerDriver driver = driver(store.expiries());

        assertThatThrownBy(() -> driver.invoke(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);

        assertThat(expiries(person)).isEmpty();
    }

    @Test
    void mapsEveryKey() {
        Environment environment = Environment.of(VARIABLES);

        ReconciliationConfig config = ReconciliationConfig.from(environment);

        assertThat(environment.keysRead()).isEqualTo(ReconciliationConfig.KEYS);
        assertThat(config)
                .isEqualTo(
                        new ReconciliationConfig(
                                "ledger", "test", new PaymentAddresses("payments/", Map.of())));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThatThrownBy(() -> ReconciliationConfig.from(Environment.of(Map.of())))
                .message()
                .contains("LEDGER_TABLE", "PROFILE", "PAYMENT_PARAMETERS");
    }

    /** Expiries that cannot write one account. */
    private record Unwritable(Expiries sound, AccountId account) implements Expiries {
        @Override
        public List<Due> due(int shard, Instant now, int limit) {
            return sound.due(shard, now, limit);
        }

        @Override
        public ExpireOutcome expire(AccountId of, GrantId bucket, Instant now) {
            if (of.equals(account)) {
                throw new TransientFailure("dynamodb", "contention in every attempt");
            }
            return sound.expire(of, bucket, now);
        }
    }

    private HandlerDriver driver(Expiries expiries) {
        PORTS.set(
                new ReconciliationPorts(
                        store.ledger(),
                        expiries,
                        store.seals().seals(),
                        store.seals().roots(),
                        store.seals().checkpoints(),
                        findings,
                        List.of(processor),
                        walks,
                        store.paymentPorts().apply(),
                        (metric, amount) -> counted.put(metric, amount),
                        clock));
        return HandlerDriver.start(
                VARIABLES, () -> new ReconciliationHandler(InMemoryApplication.class));
    }

    private void tick() {
        driver(store.expiries()).invoke(event());
    }

    private static byte[] event() {
        return EventFile.read("reconciliation", "tick").bytes();
    }

    private void grant(Grant grant) {
        store.ledger().grant(grant);
    }

    private Account account(Person of) {
        return store.ledger().account(of.account()).orElseThrow();
    }

    private List<JournalEntry> expiries(Person of) {
        return store.ledger().journal(of.account(), LINES_MAX, null).items().stream()
                .filter(line -> line.kind() == JournalEntry.Kind.EXPIRE)
                .toList();
    }
}
