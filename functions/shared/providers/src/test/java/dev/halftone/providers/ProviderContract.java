package dev.halftone.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.SecretText;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.Blame;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Objection;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protects: whatever a provider answers, or fails to answer, its adapter says what that means for
 * the work and for the money, and never says more than it knows.
 *
 * <p>A new provider extends this class and plays each answer in its own words.
 */
public abstract class ProviderContract extends TellingContract {

    /** What the provider's server says to an order. */
    public enum SubmitAnswer {
        TAKEN,
        /** Too busy; it asks to wait seven seconds. */
        BUSY_FOR_SEVEN_SECONDS,
        /** Out of service before it looked at the order. */
        OUT_OF_SERVICE,
        /** Something broke inside. */
        BROKEN,
        /** Its rules do not allow what is asked for. */
        MODERATED,
        INPUT_REFUSED,
        KEY_REFUSED,
        /** A success that cannot be read. */
        UNREADABLE,
        /** The connection dies after the order was sent. */
        LOST,
        /** Nothing comes. */
        SILENT
    }

    /** What it says about the work. */
    public enum PollAnswer {
        /** It waits; two are ahead. */
        WAITING,
        WORKING,
        /** A state that is in no documentation. */
        NEVER_HEARD_OF,
        DONE,
        FAILED,
        /** Its rules do not allow what it made. */
        MODERATED,
        /** A success without a picture. */
        EMPTY,
        /** Done, but the result is gone; for a provider that has an answer for it. */
        EXPIRED,
        /** The work itself is unknown. */
        FORGOTTEN,
        UNREADABLE,
        /** The answer is cut short. */
        CUT_SHORT,
        BROKEN,
        /** Too many questions. */
        BUSY,
        KEY_REFUSED,
        SILENT
    }

    public abstract void onSubmit(SubmitAnswer answer);

    @Override
    final void takesOrders() {
        onSubmit(SubmitAnswer.TAKEN);
    }

    /** Answers polls in this order; the last repeats. */
    public abstract void onPoll(PollAnswer... answers);

    /** What {@link PollAnswer#WAITING} tells of a place in the queue; nothing if it has none. */
    protected @Nullable Integer ahead() {
        return 2;
    }

    /** What is said of a key that is none. */
    protected String unusableKey() {
        return provider().name() + ": the key is not one printable word";
    }

    /** An endpoint that others have. */
    protected String foreignEndpoint() {
        return "openai/gpt-image-2.5";
    }

    /** Its own name for the rule of such a refusal; nothing if it tells none. */
    protected @Nullable String rule(Objection.Side side) {
        return null;
    }

    /** What {@link PollAnswer#DONE} offers. */
    protected abstract List<ProviderMedia> results();

    @Test
    void takesAnOrderAndOffersItsResult() {
        onPoll(PollAnswer.DONE);

        PollOutcome outcome = poll(submitted());

        assertThat(outcome).isEqualTo(new PollOutcome.Completed(results()));
    }

    // An order to an endpoint that it does not know would be charged for, and made by nobody.
    @Test
    void knowsWhichEndpointsItCanOrderFrom() {
        assertThat(provider().endpoints().offers(order().route().endpoint())).isTrue();
        assertThat(provider().endpoints().offers(foreignEndpoint())).isFalse();
    }

    @Test
    void rebuildsTheSameRequestFromItsId() {
        ProviderRequest taken = submitted();

        assertThat(provider().submission().requestOf(order().route(), taken.id())).isEqualTo(taken);
    }

    @Test
    void tellsHowManyAreAheadAndWaitsHoweverLongItTakes() {
        onPoll(PollAnswer.WAITING, PollAnswer.WORKING);
        ProviderRequest request = submitted();

        assertThat(poll(request)).isEqualTo(new PollOutcome.Working(ahead()));
        for (int poll = 0; poll < 20; poll++) {
            assertThat(poll(request)).isEqualTo(new PollOutcome.Working(null));
        }
    }

    @Test
    void staysAtWorkWhenTheStateRunsBackwards() {
        onPoll(PollAnswer.WORKING, PollAnswer.WAITING, PollAnswer.NEVER_HEARD_OF, PollAnswer.DONE);
        ProviderRequest request = submitted();

        assertThat(poll(request)).isInstanceOf(PollOutcome.Working.class);
        assertThat(poll(request)).isInstanceOf(PollOutcome.Working.class);
        assertThat(poll(request)).isInstanceOf(PollOutcome.Working.class);
        assertThat(poll(request)).isInstanceOf(PollOutcome.Completed.class);
    }

    @Test
    void waitsAsLongAsABusyProviderAsks() {
        assertThat(submit(SubmitAnswer.BUSY_FOR_SEVEN_SECONDS))
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Postponed.class,
                        postponed ->
                                assertThat(postponed.retryAfter())
                                        .isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void postponesWhatWasSurelyNotTaken() {
        assertThat(submit(SubmitAnswer.OUT_OF_SERVICE))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
        assertThat(unreachableProvider().submission().submit(order()))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = SubmitAnswer.class,
            names = {"BROKEN", "UNREADABLE", "LOST", "SILENT"})
    void doesNotKnowWhatBecameOfAnOrderWithoutAnAnswer(SubmitAnswer answer) {
        assertThat(submit(answer)).isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @Test
    void tellsModerationFromWrongInputAndFromARefusedKey() {
        assertThat(refusal(SubmitAnswer.MODERATED)).isEqualTo(FailureReason.MODERATION);
        assertThat(refusal(SubmitAnswer.INPUT_REFUSED)).isEqualTo(FailureReason.INVALID_REQUEST);
        assertThat(refusal(SubmitAnswer.KEY_REFUSED)).isEqualTo(FailureReason.PROVIDER_ERROR);
    }

    // Protects: who is refused learns whether other words may help, or another try.
    @Test
    void saysWhetherTheRulesRefusedThePromptOrWhatWasMade() {
        Objection early = ((SubmissionOutcome.Refused) submit(SubmitAnswer.MODERATED)).objection();
        ProviderRequest request = submitted();
        onPoll(PollAnswer.MODERATED);
        Objection late = ((PollOutcome.Failed) poll(request)).objection();

        assertThat(early).isEqualTo(Objection.toPrompt(rule(Objection.Side.PROMPT)));
        assertThat(late).isEqualTo(Objection.toResult(rule(Objection.Side.RESULT)));
    }

    // Another provider may get what was not looked at, and nobody else what was judged.
    @Test
    void blamesTheOrderForWhatItJudgedAndOurKeyForWhatItDidNot() {
        assertThat(blame(SubmitAnswer.MODERATED)).isEqualTo(Blame.ORDER);
        assertThat(blame(SubmitAnswer.INPUT_REFUSED)).isEqualTo(Blame.ORDER);
        assertThat(blame(SubmitAnswer.KEY_REFUSED)).isEqualTo(Blame.KEY);
    }

    @Test
    void tellsWhyTheWorkFailed() {
        assertThat(failure(PollAnswer.FAILED)).isEqualTo(FailureReason.PROVIDER_ERROR);
        assertThat(failure(PollAnswer.MODERATED)).isEqualTo(FailureReason.MODERATION);
        assertThat(failure(PollAnswer.EMPTY)).isEqualTo(FailureReason.INVALID_RESULT);
    }

    /** Whether that is "not yet" or "not any more" depends on when it was given. */
    @Test
    void saysWhenItDoesNotKnowTheWork() {
        ProviderRequest request = submitted();
        onPoll(PollAnswer.FORGOTTEN);

        assertThat(poll(request)).isInstanceOf(PollOutcome.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = PollAnswer.class,
            names = {"UNREADABLE", "CUT_SHORT", "BROKEN", "BUSY", "KEY_REFUSED", "SILENT"})
    void concludesNothingFromAnAnswerThatSaysNothing(PollAnswer answer) {
        ProviderRequest request = submitted();
        onPoll(answer);

        assertThat(poll(request)).isInstanceOf(PollOutcome.Unanswered.class);
    }

    @Test
    void concludesNothingFromAProviderThatCannotBeReached() {
        assertThat(poll(unreachableProvider())).isInstanceOf(PollOutcome.Unanswered.class);
    }

    /** What it means that an end is followed by another is not for an adapter to say. */
    @Test
    void tellsWhatItHearsWhenSuccessFollowsOnFailure() {
        ProviderRequest request = submitted();

        onPoll(PollAnswer.FAILED);
        assertThat(poll(request)).isInstanceOf(PollOutcome.Failed.class);
        onPoll(PollAnswer.DONE);
        assertThat(poll(request)).isEqualTo(new PollOutcome.Completed(results()));
    }

    /** Stopping is a wish: where there is no call for it, it does no harm. */
    @Test
    void doesNoHarmWhenAskedToStopWithoutACallForIt() {
        ProviderRequest request = submitted();
        int before = calls();
        if (this instanceof StoppingContract stopping) {
            stopping.onCancel(StoppingContract.CancelAnswer.HEARD);
            before++;
        }

        provider().cancellation().cancel(request);

        assertThat(calls()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "schlüssel"})
    void refusesWithoutAUsableKeyAndDoesNotQuoteIt(String key) {
        Provider provider = withKey(() -> new SecretText(key));

        SubmissionOutcome outcome = provider.submission().submit(order());

        assertThat(outcome).isEqualTo(SubmissionOutcome.Refused.key(unusableKey()));
        assertThat(calls()).isZero();
    }

    @Test
    void refusesAtOnceAndNamesTheKeyThatIsNotThere() {
        Provider provider =
                withKey(
                        () -> {
                            throw new PermanentFailure("ssm", "no parameter /halftone/test/key");
                        });

        assertThat(provider.submission().submit(order()))
                .isEqualTo(SubmissionOutcome.Refused.key("ssm: no parameter /halftone/test/key"));
        assertThat(poll(provider)).isInstanceOf(PollOutcome.Unanswered.class);
        assertThat(calls()).isZero();
    }

    @Test
    void postponesWhileTheKeyIsOutOfReach() {
        Provider provider =
                withKey(
                        () -> {
                            throw new TransientFailure("ssm", "no answer");
                        });

        assertThat(provider.submission().submit(order()))
                .isInstanceOf(SubmissionOutcome.Postponed.class);
        assertThat(poll(provider)).isInstanceOf(PollOutcome.Unanswered.class);
        assertThat(calls()).isZero();
    }

    /** A key that was good when the order was given: the work goes on, and may yet be fetched. */
    @Test
    void concludesNothingFromAKeyThatWasRevokedMeanwhile() {
        ProviderRequest request = submitted();

        onPoll(PollAnswer.KEY_REFUSED, PollAnswer.DONE);

        assertThat(poll(request)).isInstanceOf(PollOutcome.Unanswered.class);
        assertThat(poll(request)).isInstanceOf(PollOutcome.Completed.class);
    }

    @ParameterizedTest
    @EnumSource(PollAnswer.class)
    void neverRepeatsTheKeyOrThePromptOfWorkEither(PollAnswer answer) {
        ProviderRequest request = submitted();
        onPoll(answer);

        assertThat(poll(request).toString())
                .doesNotContain("key-secret")
                .doesNotContain(order().request().prompt());
    }

    @ParameterizedTest
    @EnumSource(SubmitAnswer.class)
    void neverRepeatsTheKeyOrThePrompt(SubmitAnswer answer) {
        assertThat(submit(answer).toString())
                .doesNotContain("key-secret")
                .doesNotContain(order().request().prompt());
    }

    private SubmissionOutcome submit(SubmitAnswer answer) {
        onSubmit(answer);
        return provider().submission().submit(order());
    }

    private Blame blame(SubmitAnswer answer) {
        return ((SubmissionOutcome.Refused) submit(answer)).blame();
    }

    private FailureReason refusal(SubmitAnswer answer) {
        return ((SubmissionOutcome.Refused) submit(answer)).reason();
    }

    /** An order that was taken. */
    public final ProviderRequest submitted() {
        return ((SubmissionOutcome.Taken) submit(SubmitAnswer.TAKEN)).request();
    }

    private FailureReason failure(PollAnswer answer) {
        ProviderRequest request = submitted();
        onPoll(answer);
        return ((PollOutcome.Failed) poll(request)).reason();
    }

    private PollOutcome poll(Provider provider) {
        ProviderRequest request = provider.submission().requestOf(order().route(), "request-1");
        return provider.polling().poll(request);
    }

    private PollOutcome poll(ProviderRequest request) {
        return provider().polling().poll(request);
    }
}
