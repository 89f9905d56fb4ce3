package dev.halftone.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Language;
import dev.halftone.core.ledger.Subscription.State;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderReference;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentFact.PeriodPaid;
import dev.halftone.core.payment.PaymentFact.SubscriptionState;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Purchase;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protects subscribers: what we say of their subscription is what Stripe will do with it. */
final class StripeSubscriptionsTest {

    private static final String SECRET = "whsec_of_the_sandbox";
    private static final URI BACK = URI.create("http://localhost:8080/");

    @TempDir private Path folder;
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private SandboxStripe sandbox;
    private StripeProcessor processor;

    @BeforeEach
    void open() {
        sandbox = new SandboxStripe(folder, clock, SECRET);
        processor = sandbox.processor(SandboxStripe.KEY, SECRET);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    // Cancelled is what ends with its period; whoever thinks better of it before runs on.
    @Test
    void endsWithThePeriodOnceCancelledAndRunsOnOnceThatIsUndone() {
        PeriodPaid first = subscribed(sandbox.subscription());

        sandbox.cancel(first.subscription());
        assertStands(State.CANCELLED, first.periodEnd());

        sandbox.desk().cancelAtPeriodEnd(first.subscription().value(), false);
        assertStands(State.ACTIVE, first.periodEnd());
    }

    // Where only a day is named, that day counts, whether or not the period ends with it.
    @Test
    void endsOnTheDayThatIsNamed() {
        PeriodPaid first = subscribed(sandbox.subscription());
        Instant day = first.periodEnd().minus(Duration.ofDays(3));

        sandbox.desk().cancelAt(first.subscription().value(), day);
        assertStands(State.CANCELLED, day);

        sandbox.desk().cancelAt(first.subscription().value(), first.periodEnd());
        assertStands(State.CANCELLED, first.periodEnd());
    }

    // Whoever wants less has what was paid for until the period's end, and pays for less from then.
    @Test
    void keepsWhatWasPaidForUntilThePeriodEndsAfterAChangeToLess() {
        PeriodPaid first = subscribed(sandbox.dearer());
        String less = sandbox.subscription().priceReference();
        clock.advance(Duration.ofDays(10));

        sandbox.desk().changePrice(first.subscription().value(), less);
        List<PaymentFact> changed = facts();
        assertThat(only(SubscriptionState.class, changed))
                .isNotEmpty()
                .allSatisfy(
                        state -> {
                            assertThat(state.state()).isEqualTo(State.ACTIVE);
                            assertThat(state.priceReference()).isEqualTo(first.priceReference());
                            assertThat(state.until()).isEqualTo(first.periodEnd());
                        });
        assertThat(only(PeriodPaid.class, changed)).isEmpty();

        sandbox.renew(first.subscription());
        List<PaymentFact> renewed = facts();
        assertThat(only(SubscriptionState.class, renewed).getLast().priceReference())
                .isEqualTo(less);
        assertThat(only(PeriodPaid.class, renewed))
                .isNotEmpty()
                .allSatisfy(
                        paid -> {
                            assertThat(paid.priceReference()).isEqualTo(less);
                            assertThat(paid.fraction()).isEqualTo(Fraction.WHOLE);
                            assertThat(paid.periodStart()).isEqualTo(first.periodEnd());
                        });
    }

    private void assertStands(State state, Instant until) {
        assertThat(only(SubscriptionState.class, facts()))
                .isNotEmpty()
                .allSatisfy(
                        said -> {
                            assertThat(said.state()).isEqualTo(state);
                            assertThat(said.until()).isEqualTo(until);
                        });
    }

    private PeriodPaid subscribed(Purchase purchase) {
        Checkout checkout =
                processor.open(
                        new CheckoutRequest(
                                new OrderReference(
                                        Samples.accountId(1),
                                        new OrderId("ord_%032x".formatted(1))),
                                purchase,
                                new ProcessorTerms("stripe", false, true),
                                Language.EN,
                                null,
                                null,
                                BACK,
                                BACK));
        sandbox.pay(checkout);
        return only(PeriodPaid.class, facts()).getFirst();
    }

    /** What was delivered since the last look, read. */
    private List<PaymentFact> facts() {
        return sandbox.deliveries().stream().flatMap(each -> read(each).stream()).toList();
    }

    private List<PaymentFact> read(Delivery delivery) {
        DeliveryOutcome outcome = processor.read(delivery);
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Verified.class);
        return ((DeliveryOutcome.Verified) outcome).facts();
    }

    private static <T extends PaymentFact> List<T> only(Class<T> kind, List<PaymentFact> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
