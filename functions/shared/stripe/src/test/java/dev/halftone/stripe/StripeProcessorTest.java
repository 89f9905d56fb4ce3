package dev.halftone.stripe;

import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.ProcessorSide;
import dev.halftone.testing.TellingProcessorContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

final class StripeProcessorTest extends TellingProcessorContract {

    @TempDir private Path folder;
    private @Nullable SandboxStripe sandbox;

    @Override
    protected ProcessorSide open(MutableClock clock) {
        sandbox = new SandboxStripe(folder, clock, SECRET);
        return sandbox;
    }

    @Override
    protected PaymentProcessor processor(String webhookSecrets) {
        return Objects.requireNonNull(sandbox).processor(SandboxStripe.KEY, webhookSecrets);
    }
}
