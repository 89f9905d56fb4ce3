package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.testing.Samples;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Protects: an order whose answer was lost is found again if the provider has it, and no other
 * order is ever taken for it.
 */
public interface InquiryContract {

    /** What the provider has when it is asked about an order. */
    enum InquiryAnswer {
        /** That order, as its answer would have told. */
        HAS_IT,
        /** Others: of another person, of another time, of the same words. */
        HAS_OTHERS,
        UNREADABLE,
        BROKEN,
        KEY_REFUSED
    }

    Provider provider();

    Provider unreachableProvider();

    ProviderOrder order();

    ProviderRequest submitted();

    void onInquiry(InquiryAnswer answer);

    @Test
    default void findsAnOrderWhoseAnswerWasLost() {
        ProviderRequest taken = submitted();
        onInquiry(InquiryAnswer.HAS_IT);

        assertThat(inquire(provider())).isEqualTo(new SubmissionOutcome.Taken(taken));
    }

    @Test
    default void takesNoOtherOrderForIt() {
        onInquiry(InquiryAnswer.HAS_OTHERS);

        assertThat(inquire(provider())).isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = InquiryAnswer.class,
            names = {"UNREADABLE", "BROKEN", "KEY_REFUSED"})
    default void learnsNothingFromAnAnswerThatSaysNothing(InquiryAnswer answer) {
        onInquiry(answer);

        assertThatThrownBy(() -> inquire(provider())).isInstanceOf(TransientFailure.class);
    }

    @Test
    default void learnsNothingFromAProviderThatCannotBeReached() {
        assertThatThrownBy(() -> inquire(unreachableProvider()))
                .isInstanceOf(TransientFailure.class);
    }

    private SubmissionOutcome inquire(Provider provider) {
        return Objects.requireNonNull(provider.inquiry()).inquire(order(), Samples.NOW);
    }
}
