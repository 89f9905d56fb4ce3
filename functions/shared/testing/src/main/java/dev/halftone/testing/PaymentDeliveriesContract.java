package dev.halftone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.payment.Delivery;
import dev.halftone.core.payment.DeliveryOutcome;
import dev.halftone.core.payment.DeliveryOutcome.Reason;
import dev.halftone.core.payment.PaymentProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which deliveries {@link PaymentProcessor} believes: what it signed, as it was sent, and just now.
 */
public abstract class PaymentDeliveriesContract extends ProcessorTrial {

    @Test
    final void refusesWhatIsNotSigned() {
        bought();
        Delivery sent = side.deliveries().getFirst();
        assertThat(reason(new Delivery(Map.of(), sent.body(), sent.now())))
                .isEqualTo(Reason.UNSIGNED);
    }

    @Test
    public final void refusesABodyThatWasChangedOrWrittenAnew() {
        bought();
        Delivery sent = side.deliveries().getFirst();
        char last = sent.body().charAt(sent.body().length() / 2);
        String byOne =
                sent.body().substring(0, sent.body().length() / 2)
                        + (char) (last ^ 1)
                        + sent.body().substring(sent.body().length() / 2 + 1);
        String anew = sent.body().replaceFirst("\\{", "{ ");
        assertThat(reason(with(sent, byOne))).isEqualTo(Reason.FORGED);
        assertThat(reason(with(sent, anew))).isEqualTo(Reason.FORGED);
    }

    @Test
    final void refusesWhatIsSignedWithAnotherSecretOrWithNone() {
        bought();
        Delivery sent = side.deliveries().getFirst();
        assertThat(processor(OTHER_SECRET).read(sent))
                .isEqualTo(new DeliveryOutcome.Refused(Reason.FORGED));
        assertThat(processor("").read(sent))
                .isEqualTo(new DeliveryOutcome.Refused(Reason.NO_SECRET));
    }

    // What was recorded once must not be played again later, nor kept for later.
    @Test
    public final void refusesWhatWasSignedLongAgoOrLaterThanNow() {
        bought();
        Delivery sent = side.deliveries().getFirst();
        assertThat(reason(at(sent, sent.now().plus(LATER)))).isEqualTo(Reason.STALE);
        assertThat(reason(at(sent, sent.now().minus(LATER)))).isEqualTo(Reason.FUTURE);
        assertThat(processor.read(at(sent, sent.now().plus(LATER.dividedBy(2)))))
                .isInstanceOf(DeliveryOutcome.Verified.class);
    }

    // While a secret is replaced, either is good.
    @Test
    final void believesEitherOfTwoSecrets() {
        bought();
        Delivery sent = side.deliveries().getFirst();
        for (String both : List.of(OTHER_SECRET + " " + SECRET, SECRET + " " + OTHER_SECRET)) {
            assertThat(processor(both).read(sent)).isInstanceOf(DeliveryOutcome.Verified.class);
        }
    }

    private Reason reason(Delivery delivery) {
        DeliveryOutcome outcome = processor.read(delivery);
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
        return ((DeliveryOutcome.Refused) outcome).reason();
    }

    private static Delivery with(Delivery sent, String body) {
        return new Delivery(sent.headers(), body, sent.now());
    }

    private static Delivery at(Delivery sent, Instant now) {
        return new Delivery(sent.headers(), sent.body(), now);
    }
}
