package dev.halftone.function.generationsubmit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.catalogue.TextTask;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import org.junit.jupiter.api.Test;

/** Protects: a text is asked for and paid as a picture is, without what only a picture has. */
class SubmitTextTest {
    private final Studio studio = new Studio();
    private final Studio.Person ada = studio.person(1, 25);

    @Test
    void acceptsATextForTheQueueOfLongCalls() {
        HttpEvent event = ada.text();

        HttpAnswer answer = studio.call(event);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("kind").asString()).isEqualTo("text");
        assertThat(answer.json().get("aspectRatio").isNull()).isTrue();
        assertThat(answer.json().get("resolution").isNull()).isTrue();
        assertThat(ada.available()).isEqualTo(25 - 1);
        GenerationId id = new GenerationId(answer.json().get("id").asString());
        Generation stored = studio.store.generations().find(id).orElseThrow();
        assertThat(stored.request().task()).isEqualTo(TextTask.PROMPT_WRITER);
        assertThat(studio.queue.sent())
                .extracting(sent -> sent.item())
                .containsExactly(WorkItem.due(stored, WorkItem.Stage.DIRECT));
        assertThat(studio.call(event).status()).isEqualTo(200);
    }

    @Test
    void theSameKeyForATextAndForAPictureIsAnotherRequest() {
        HttpEvent event = ada.text();
        studio.call(event);

        assertThat(studio.call(event.bodyField("aspectRatio", "16:9")).code())
                .isEqualTo("idempotency_key_reused");
    }
}
