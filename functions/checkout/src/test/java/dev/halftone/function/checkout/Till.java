package dev.halftone.function.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Acceptance;
import dev.halftone.core.account.Session;
import dev.halftone.core.account.SessionToken;
import dev.halftone.core.account.UserId;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.payment.ApplyPayment;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentTerms;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.FixedSecrets;
import dev.halftone.testing.InMemoryPaymentProcessor;
import dev.halftone.testing.InMemoryRateLimits;
import dev.halftone.testing.InMemorySessions;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.PaymentSamples;
import dev.halftone.testing.Samples;
import dev.halftone.testing.SeededEntropy;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The real handler on stores in memory, people who buy, and a processor whom they pay. */
final class Till {
    static final Map<String, String> VARIABLES =
            Map.of(
                    "SESSIONS_TABLE", "sessions",
                    "INSIGHT_TABLE", "insight",
                    "LEDGER_TABLE", "ledger",
                    "PROFILE", "test",
                    "PUBLIC_URL_PARAMETER", "public-url",
                    "SIGNING_KEY_PARAMETER", "signing-key",
                    "PAYMENT_PARAMETERS", "payments/",
                    "PAYMENT_STAND_INS", "",
                    "COOKIE_PREFIX", "__Host-");

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final AtomicReference<CheckoutPorts> PORTS = new AtomicReference<>();

    final InMemoryStudio store = new InMemoryStudio();
    final MutableClock clock = new MutableClock(Samples.NOW);
    final InMemoryPaymentProcessor processor;
    final InMemorySessions sessions = new InMemorySessions();
    private final Profile profile;
    private final ApplyPayment applying;
    private final SeededEntropy entropy = new SeededEntropy(11);
    private final HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends CheckoutApplication {
        @Override
        CheckoutPorts ports(CheckoutConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Till() {
        this(Samples.profile(), PaymentSamples.TERMS, PaymentSamples.PROCESSOR);
    }

    /** Sells what a profile offers, by the processor of that name. */
    Till(Profile profile, PaymentTerms terms, String processorId) {
        this.profile = profile;
        this.processor = new InMemoryPaymentProcessor(processorId, clock);
        this.applying =
                new ApplyPayment(
                        store.orders(),
                        store.payments(),
                        store.customers(),
                        store.subscriptions(),
                        terms.prices());
        PORTS.set(
                new CheckoutPorts(
                        sessions,
                        new InMemoryRateLimits(),
                        store.ledger(),
                        store.orders(),
                        store.payments(),
                        store.customers(),
                        applying,
                        Map.of(processorId, processor),
                        new FixedSecrets(
                                Map.of(
                                        "public-url",
                                        "https://studio.example.org",
                                        "signing-key",
                                        KEY)),
                        profile,
                        terms,
                        clock));
        driver =
                HandlerDriver.start(
                        VARIABLES, () -> new CheckoutHandler(InMemoryApplication.class));
    }

    HttpAnswer call(HttpEvent event) {
        return driver.http(event);
    }

    /** A request of the person of that number, who is signed in and has accepted. */
    HttpEvent event(int person, String name) {
        UserId user = Samples.userId(person);
        SessionToken token = SessionToken.fresh(user, entropy);
        sessions.open(Session.open(token, Samples.accountId(person), clock.instant()));
        sessions.accept(user, new Acceptance(profile.policyVersion(), 18, Samples.NOW));
        return HttpEvent.read("checkout", name).cookie("__Host-session", token.cookieValue());
    }

    HttpEvent event(int person, String name, String order) {
        return event(person, name).pathParameter("id", order);
    }

    /** The wish of one click for a pack. */
    HttpEvent wish(int person, int click) {
        return event(person, "order")
                .header("idempotency-key", "click-number-" + click)
                .bodyField("product", PaymentSamples.PACK.value())
                .bodyField("currency", "USD");
    }

    /** Ordered by one click; answers the order's id. */
    String ordered(int person, int click) {
        return ordered(wish(person, click));
    }

    String ordered(HttpEvent wish) {
        HttpAnswer answer = call(wish);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    OrderReference reference(int person, String order) {
        return new OrderReference(Samples.accountId(person), new OrderId(order));
    }

    /** What a message of the processor would do. */
    void told(PaymentFact fact) {
        applying.apply(fact, clock.instant());
    }

    long available(int person) {
        return store.ledger()
                .account(Samples.accountId(person))
                .map(Account::available)
                .map(credits -> credits.amount())
                .orElse(0L);
    }
}
