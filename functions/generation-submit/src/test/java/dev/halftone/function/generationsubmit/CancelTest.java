package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void voidsAtOnceWhileNoProviderHasIt() {
        String id = submitted();

        HttpAnswer answer = studio.call(ada.cancellation(id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("state").asString()).isEqualTo("cancelled");
        assertThat(answer.json().get("refundedCredits").asLong()).isEqualTo(4);
        assertThat(answer.json().at("/failure/code").asString()).isEqualTo("cancelled");
        assertThat(ada.available()).isEqualTo(25);
    }

    @Test
    void answersARepeatLikeItsOriginalWhoseAnswerMayBeLost() {
        String id = submitted();
        HttpAnswer first = studio.call(ada.cancellation(id));

        HttpAnswer second = studio.call(ada.cancellation(id));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ada.available()).isEqualTo(25);
    }

    @Test
    void saysSoInTheLanguageOfTheReader() {
        String id = submitted();

        HttpAnswer answer =
                studio.call(ada.cancellation(id).header("accept-language", "de-AT,de;q=0.9"));

        assertThat(answer.json().at("/failure/message").asString()).startsWith("Sie haben");
        assertThat(answer.header("content-language")).isEqualTo("de");
    }

    @Test
    void onlyAsksOnceAProviderHasIt() {
        String id = submitted();
        move(id, new GenerationEvent.SubmissionStarted(Samples.NOW.plusSeconds(30), Samples.NOW));
        studio.queue.drain();

        HttpAnswer answer = studio.call(ada.cancellation(id));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("cancelRequested").asBoolean()).isTrue();
        assertThat(ada.available()).isEqualTo(21);
        assertThat(studio.queue.sent())
                .extracting(sent -> sent.item())
                .containsExactly(
                        WorkItem.cancel(
                                studio.store
                                        .generations()
                                        .find(new GenerationId(id))
                                        .orElseThrow()));
    }

    /** The wish is stored, and the next poll reads it: the message only makes that sooner. */
    @Test
    void notesTheWishThoughThereIsNoQueue() {
        String id = submitted();
        move(id, new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        studio.queue.remove();

        assertThat(studio.call(ada.cancellation(id)).status()).isEqualTo(202);
        assertThat(studio.store.generations().find(new GenerationId(id)))
                .hasValueSatisfying(after -> assertThat(after.cancelRequested()).isTrue());
    }

    @Test
    void isTooLateOnceTheResultIsThere() {
        String id = submitted();
        move(id, new GenerationEvent.SubmissionStarted(Samples.NOW, Samples.NOW));
        move(
                id,
                new GenerationEvent.SubmissionAccepted(
                        Samples.providerRequest(1), Samples.NOW, Samples.NOW));
        move(id, new GenerationEvent.ResultReady(List.of(Samples.providerMedia(1)), Samples.NOW));

        HttpAnswer answer = studio.call(ada.cancellation(id));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("already_ended");
    }

    @Test
    void doesNotKnowOtherPeoplesGenerations() {
        String id = submitted();

        HttpAnswer answer = studio.call(studio.person(2, 25).cancellation(id));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("unknown_generation");
        assertThat(ada.available()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_00000000000000000000000000000000", "gen_EXAMPLE", "../x"})
    void doesNotKnowWhatIsNot(String id) {
        assertThat(studio.call(ada.cancellation(id)).code()).isEqualTo("unknown_generation");
    }

    private String submitted() {
        return studio.call(ada.submission()).json().get("id").asString();
    }

    private void move(String id, GenerationEvent event) {
        Generation before = studio.store.generations().find(new GenerationId(id)).orElseThrow();
        Generation after = before.on(event).orElseThrow();
        assertThat(studio.store.generations().move(before, after, new Claim("test"))).isTrue();
    }
}
