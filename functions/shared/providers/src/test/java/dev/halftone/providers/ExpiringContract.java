package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.providers.ProviderContract.PollAnswer;
import org.junit.jupiter.api.Test;

/** Protects: a provider that says that it has a result no more is believed. */
public interface ExpiringContract {

    Provider provider();

    ProviderRequest submitted();

    void onPoll(PollAnswer... answers);

    @Test
    default void failsWhatTheProviderHasNoMore() {
        ProviderRequest request = submitted();
        onPoll(PollAnswer.EXPIRED);

        assertThat(provider().polling().poll(request))
                .isInstanceOfSatisfying(
                        PollOutcome.Failed.class,
                        failed ->
                                assertThat(failed.reason())
                                        .isEqualTo(FailureReason.PROVIDER_ERROR));
    }
}
