package dev.halftone.testing;

import dev.halftone.core.payment.PaymentProcessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Protects: tests of the webhook are told by a processor that believes no more than a real one. */
class InMemoryPaymentDeliveriesTest extends PaymentDeliveriesContract {

    private @Nullable InMemoryPaymentProcessor till;

    @Override
    protected ProcessorSide open(MutableClock clock) {
        till = new InMemoryPaymentProcessor(PaymentSamples.PROCESSOR, clock, SECRET);
        return new InMemoryProcessorSide(till, clock);
    }

    @Override
    protected PaymentProcessor processor(String webhookSecrets) {
        InMemoryPaymentProcessor opened = Objects.requireNonNull(till);
        opened.setBelieved(webhookSecrets);
        return opened;
    }
}
