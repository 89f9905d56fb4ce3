package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.ProviderRequest;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protects: only what a provider says that it has erased is taken to be erased. */
public interface ErasingContract {

    /** What it says when asked to erase. */
    enum EraseAnswer {
        ERASED,
        FORGOTTEN,
        /** It works on it, and will not. */
        REFUSED,
        BROKEN,
        BUSY,
        KEY_REFUSED,
        LOST,
        SILENT
    }

    Provider provider();

    Provider unreachableProvider();

    Provider withKey(Supplier<SecretText> key);

    ProviderRequest submitted();

    void onErase(EraseAnswer answer);

    @Test
    default void erasesAndHearsWhatIsGoneAlready() {
        ProviderRequest request = submitted();

        onErase(EraseAnswer.ERASED);
        assertThat(erase(provider(), request)).isEqualTo(new ErasureOutcome.Erased());
        onErase(EraseAnswer.FORGOTTEN);
        assertThat(erase(provider(), request)).isEqualTo(new ErasureOutcome.Gone());
    }

    @ParameterizedTest
    @EnumSource(
            value = EraseAnswer.class,
            names = {"REFUSED", "BROKEN", "BUSY", "KEY_REFUSED", "LOST", "SILENT"})
    default void takesNothingToBeErasedThatMayBeThere(EraseAnswer answer) {
        ProviderRequest request = submitted();
        onErase(answer);

        assertThat(erase(provider(), request)).isInstanceOf(ErasureOutcome.Unanswered.class);
    }

    @Test
    default void takesNothingToBeErasedThatItCannotAskFor() {
        ProviderRequest request = submitted();
        Provider keyless =
                withKey(
                        () -> {
                            throw new TransientFailure("ssm", "no answer");
                        });

        assertThat(erase(unreachableProvider(), request))
                .isInstanceOf(ErasureOutcome.Unanswered.class);
        assertThat(erase(keyless, request)).isInstanceOf(ErasureOutcome.Unanswered.class);
    }

    private static ErasureOutcome erase(Provider provider, ProviderRequest request) {
        return Objects.requireNonNull(provider.terms().retention().erasure()).erase(request);
    }
}
