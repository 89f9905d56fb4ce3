package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Protects: a click is one generation, however often it is sent, and no credit is spent twice. */
class SubmitOnceIT {

    private final Visitor visitor = Visitor.welcomed();

    @Test
    void answersARepeatedClickWithTheSameGeneration() {
        String key = UUID.randomUUID().toString();

        Answer first = visitor.submit("A red kite", "1:1", "1K", key);
        Answer second = visitor.submit("A red kite", "1:1", "1K", key);
        Answer other = visitor.submit("A blue kite", "1:1", "1K", key);

        assertThat(first.code()).isEqualTo(202);
        assertThat(second.code()).isEqualTo(200);
        assertThat(second.body().get("id")).isEqualTo(first.body().get("id"));
        assertThat(other.code()).isEqualTo(409);
        assertThat(other.body().get("code").asString()).isEqualTo("idempotency_key_reused");
        visitor.untilEnded(first.body().get("id").asString());
        assertThat(visitor.available()).isEqualTo(21);
    }

    @Test
    void acceptsExactlyWhatTheBalancePaysForUnderAStormOfClicks() throws Exception {
        String quote = visitor.quote("nano-banana-pro", "1:1", "2K").get("quote").asString();
        List<Future<Answer>> clicks = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int click = 0; click < 40; click++) {
                clicks.add(
                        people.submit(
                                () ->
                                        visitor.post(
                                                "/v1/generations",
                                                Map.of(
                                                        "model", "nano-banana-pro",
                                                        "prompt", "A storm [never]",
                                                        "aspectRatio", "1:1",
                                                        "resolution", "2K",
                                                        "quote", quote))));
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Answer> click : clicks) {
            codes.add(click.get().code());
        }

        // 25 credits pay for four pictures of six.
        assertThat(codes.stream().filter(code -> code == 202)).hasSize(4);
        assertThat(codes.stream().filter(code -> code == 402)).hasSize(36);
        assertThat(visitor.available()).isEqualTo(1);
    }

    @Test
    void showsNobodyElsesGeneration() {
        Answer mine = visitor.submit("A garden", "1:1", "1K", UUID.randomUUID().toString());
        String id = mine.body().get("id").asString();
        Visitor stranger = Visitor.welcomed();

        assertThat(stranger.get("/v1/generations/" + id).code()).isEqualTo(404);
        assertThat(stranger.get("/v1/generations/" + id + "/media/0").code()).isEqualTo(404);
        assertThat(stranger.post("/v1/generations/" + id + "/cancel", Map.of()).code())
                .isEqualTo(404);
    }
}
