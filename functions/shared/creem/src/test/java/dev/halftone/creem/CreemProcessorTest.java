package dev.halftone.creem;

import dev.halftone.core.payment.PaymentProcessor;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.PaymentProcessorContract;
import dev.halftone.testing.ProcessorSide;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

final class CreemProcessorTest extends PaymentProcessorContract {

    @TempDir private Path folder;
    private @Nullable SandboxCreem sandbox;

    @Override
    protected ProcessorSide open(MutableClock clock) {
        sandbox = new SandboxCreem(folder, clock, SECRET);
        return sandbox;
    }

    @Override
    protected PaymentProcessor processor(String webhookSecrets) {
        return Objects.requireNonNull(sandbox).processor(SandboxCreem.KEY, webhookSecrets);
    }
}
