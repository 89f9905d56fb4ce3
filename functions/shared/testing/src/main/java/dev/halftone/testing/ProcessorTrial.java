package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.account.Language;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Order;
import dev.halftone.core.payment.OrderId;
import dev.halftone.core.payment.OrderState;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.core.payment.ProcessorTerms;
import dev.halftone.core.payment.Purchase;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A processor under test, its other side, and what every look at it begins with. */
abstract class ProcessorTrial {

    /** The secret that the other side signs with. */
    protected static final String SECRET = "secret-of-the-webhook";

    static final String OTHER_SECRET = "another-secret";
    static final URI BACK = URI.create("http://localhost:8080/orders/1");
    static final Duration LATER = Duration.ofMinutes(6);

    /** Started anew for each test. */
    protected abstract ProcessorSide open(MutableClock clock);

    /** The processor under test. */
    protected abstract PaymentProcessor processor(String webhookSecrets);

    MutableClock clock;
    ProcessorSide side;
    PaymentProcessor processor;

    @BeforeEach
    public final void begin() {
        clock = new MutableClock(Samples.NOW);
        side = open(clock);
        processor = processor(SECRET);
    }

    @AfterEach
    public final void end() {
        side.close();
    }

    PaymentFact.Paid bought() {
        Checkout checkout = checkout(1, side.pack());
        side.pay(checkout);
        return paid(processor.look(order(1, side.pack(), checkout)));
    }

    Checkout checkout(int number, Purchase purchase) {
        return processor.open(
                new CheckoutRequest(
                        order(number, purchase, null).reference(),
                        purchase,
                        new ProcessorTerms(processor.id(), false, true),
                        Language.EN,
                        "ada@example.test",
                        null,
                        BACK,
                        BACK));
    }

    static Order order(int number, Purchase purchase, @Nullable Checkout checkout) {
        return new Order(
                new OrderId("ord_%032x".formatted(number)),
                Samples.accountId(number),
                purchase,
                OrderState.OPEN,
                checkout,
                Samples.NOW,
                Samples.NOW,
                null,
                null,
                null,
                null);
    }

    static PaymentFact.Paid paid(Optional<PaymentFact> looked) {
        assertThat(looked).containsInstanceOf(PaymentFact.Paid.class);
        return (PaymentFact.Paid) looked.orElseThrow();
    }
}
