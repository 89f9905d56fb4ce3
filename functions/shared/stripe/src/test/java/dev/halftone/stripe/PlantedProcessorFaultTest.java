package dev.halftone.stripe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.payment.Checkout;
import dev.halftone.core.payment.CheckoutRequest;
import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.Fraction;
import dev.halftone.core.payment.PaymentFact;
import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.PaymentDeliveriesContract;
import dev.halftone.testing.ProcessorSide;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TellingProcessorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goal: the contract of processors sees. Method: a processor with one bug each, and a test of the
 * contract must find it.
 */
final class PlantedProcessorFaultTest {

    @TempDir private Path folder;

    record Planted(String bug, UnaryOperator<PaymentProcessor> bend, Consumer<FactsTrial> finder) {
        @Override
        public String toString() {
            return bug;
        }
    }

    record Gullible(
            String bug, UnaryOperator<PaymentProcessor> bend, Consumer<DeliveriesTrial> finder) {
        @Override
        public String toString() {
            return bug;
        }
    }

    static Stream<Planted> factBugs() {
        return Stream.of(
                new Planted(
                        "opens another checkout each time",
                        Reopening::new,
                        FactsTrial::opensOneCheckoutForOneOrder),
                new Planted(
                        "names a payment after the message that told of it",
                        ByMessage::new,
                        FactsTrial::saysTheSameOfAPaymentWhicheverWayItIsHeard),
                new Planted(
                        "forgets that a refund can fail",
                        Forgetful::new,
                        FactsTrial::countsNoRefundThatFailed),
                new Planted(
                        "gives a whole period for the rest of one",
                        Generous::new,
                        FactsTrial::paysAnUpgradeForTheRestOfThePeriodOnly));
    }

    static Stream<Gullible> deliveryBugs() {
        return Stream.of(
                new Gullible(
                        "believes whatever comes",
                        Believing::new,
                        DeliveriesTrial::refusesABodyThatWasChangedOrWrittenAnew),
                new Gullible(
                        "does not ask when it was signed",
                        Timeless::new,
                        DeliveriesTrial::refusesWhatWasSignedLongAgoOrLaterThanNow));
    }

    // Protects: a processor that would grant too much does not pass.
    @ParameterizedTest
    @MethodSource("factBugs")
    void isNoticedInWhatItSays(Planted planted) {
        FactsTrial trial = new FactsTrial(folder, planted.bend());
        trial.begin();
        try {
            assertThatThrownBy(() -> planted.finder().accept(trial))
                    .isInstanceOf(AssertionError.class);
        } finally {
            trial.end();
        }
    }

    // Protects: a processor that anybody can speak for does not pass.
    @ParameterizedTest
    @MethodSource("deliveryBugs")
    void isNoticedInWhatItBelieves(Gullible planted) {
        DeliveriesTrial trial = new DeliveriesTrial(folder, planted.bend());
        trial.begin();
        try {
            assertThatThrownBy(() -> planted.finder().accept(trial))
                    .isInstanceOf(AssertionError.class);
        } finally {
            trial.end();
        }
    }

    private static final class Reopening extends Bent {
        private int times;

        Reopening(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        public Checkout open(CheckoutRequest request) {
            Checkout one = super.open(request);
            times++;
            return new Checkout(
                    one.session() + times, one.url(), one.live(), one.expiresAt(), one.customer());
        }
    }

    private static final class ByMessage extends Bent {
        ByMessage(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        PaymentFact told(PaymentFact fact) {
            return fact instanceof PaymentFact.Paid paid
                    ? new PaymentFact.Paid(
                            paid.order(),
                            new BusinessKey("stripe:evt:1"),
                            paid.payment(),
                            paid.priceReference(),
                            paid.asked(),
                            paid.total(),
                            paid.customer(),
                            paid.billingEmail(),
                            paid.live(),
                            paid.at())
                    : fact;
        }
    }

    private static final class Forgetful extends Bent {
        private long most;

        Forgetful(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        PaymentFact told(PaymentFact fact) {
            if (fact instanceof PaymentFact.Refunded refunded) {
                most = Math.max(most, refunded.refundedMinor());
                return new PaymentFact.Refunded(
                        refunded.payment(), most, refunded.paidMinor(), refunded.at());
            }
            return fact;
        }
    }

    private static final class Generous extends Bent {
        Generous(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        PaymentFact told(PaymentFact fact) {
            return fact instanceof PaymentFact.PeriodPaid paid
                    ? new PaymentFact.PeriodPaid(
                            paid.order(),
                            paid.subscription(),
                            paid.key(),
                            paid.payment(),
                            paid.priceReference(),
                            Fraction.WHOLE,
                            paid.asked(),
                            paid.total(),
                            paid.customer(),
                            paid.billingEmail(),
                            paid.periodStart(),
                            paid.periodEnd(),
                            paid.live(),
                            paid.at())
                    : fact;
        }
    }

    private static final class Believing extends Bent {
        Believing(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        public DeliveryOutcome read(Delivery delivery) {
            return new DeliveryOutcome.Verified("evt_1", "any", List.of());
        }
    }

    private static final class Timeless extends Bent {
        Timeless(PaymentProcessor straight) {
            super(straight);
        }

        @Override
        public DeliveryOutcome read(Delivery delivery) {
            return super.read(
                    new Delivery(Map.copyOf(delivery.headers()), delivery.body(), Samples.NOW));
        }
    }

    private static final class FactsTrial extends TellingProcessorContract {
        private final Path folder;
        private final UnaryOperator<PaymentProcessor> bend;
        private @Nullable SandboxStripe sandbox;

        FactsTrial(Path folder, UnaryOperator<PaymentProcessor> bend) {
            this.folder = folder;
            this.bend = bend;
        }

        @Override
        protected ProcessorSide open(MutableClock clock) {
            sandbox = new SandboxStripe(folder, clock, SECRET);
            return sandbox;
        }

        @Override
        protected PaymentProcessor processor(String webhookSecrets) {
            return bend.apply(
                    Objects.requireNonNull(sandbox).processor(SandboxStripe.KEY, webhookSecrets));
        }
    }

    private static final class DeliveriesTrial extends PaymentDeliveriesContract {
        private final Path folder;
        private final UnaryOperator<PaymentProcessor> bend;
        private @Nullable SandboxStripe sandbox;

        DeliveriesTrial(Path folder, UnaryOperator<PaymentProcessor> bend) {
            this.folder = folder;
            this.bend = bend;
        }

        @Override
        protected ProcessorSide open(MutableClock clock) {
            sandbox = new SandboxStripe(folder, clock, SECRET);
            return sandbox;
        }

        @Override
        protected PaymentProcessor processor(String webhookSecrets) {
            return bend.apply(
                    Objects.requireNonNull(sandbox).processor(SandboxStripe.KEY, webhookSecrets));
        }
    }
}
