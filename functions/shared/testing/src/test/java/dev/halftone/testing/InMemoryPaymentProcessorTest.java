package dev.halftone.testing;

import dev.halftone.core.payment.PaymentProcessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Protects: a further processor is one class, and the one that tests buy from is like the real. */
class InMemoryPaymentProcessorTest extends TellingProcessorContract {

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
