package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: of a provider that can be asked to stop, we know whether it heard. */
public interface StoppingContract {

    /** What it says when asked to stop. */
    enum CancelAnswer {
        HEARD,
        TOO_LATE,
        FORGOTTEN,
        BROKEN
    }

    Provider provider();

    ProviderRequest submitted();

    void onCancel(CancelAnswer answer);

    @ParameterizedTest
    @EnumSource(
            value = CancelAnswer.class,
            names = {"HEARD", "TOO_LATE", "FORGOTTEN"})
    default void asksToStop(CancelAnswer answer) {
        ProviderRequest request = submitted();
        onCancel(answer);

        provider().cancellation().cancel(request);
    }

    @Test
    default void saysWhenTheWishToStopWasNotHeard() {
        ProviderRequest request = submitted();
        onCancel(CancelAnswer.BROKEN);

        assertThatThrownBy(() -> provider().cancellation().cancel(request))
                .isInstanceOf(TransientFailure.class);
    }
}
