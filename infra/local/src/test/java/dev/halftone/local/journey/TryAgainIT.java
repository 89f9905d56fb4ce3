package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Protects: trying again is a new generation that shares nothing with the failed one. (The bug of
 * open-ai-canvas #477: stopping the second one called the provider with the id of the first, and
 * settled it.)
 */
class TryAgainIT {

    private static final String PROMPT = "A dream that ends badly [fail]";

    private final RunningStudio studio = RunningStudio.halftone();
    private final Visitor visitor = Visitor.welcomed();

    @Test
    void stopsTheSecondTryWithoutTouchingTheFirst() {
        String failed = visitor.submitted(PROMPT);
        visitor.untilEnded(failed);
        visitor.books().refunded(failed, 4, "provider_error");
        int calls = studio.calls(failed);
        String again;
        try (Pause _ = studio.pause(studio.provider())) {
            again = visitor.submitted(PROMPT);

            assertThat(visitor.cancel(again).code()).isEqualTo(200);
            studio.work(studio.provider().take(again, 1, Duration.ofSeconds(5)).getFirst());
        }

        assertThat(again).isNotEqualTo(failed);
        assertThat(visitor.generation(again).get("state").asString()).isEqualTo("cancelled");
        assertThat(visitor.generation(failed).get("state").asString()).isEqualTo("failed");
        assertThat(studio.calls(failed)).isEqualTo(calls);
        assertThat(studio.orders(failed)).hasSize(1);
        assertThat(studio.orders(again)).isEmpty();
        Books books = visitor.books();
        books.refunded(failed, 4, "provider_error");
        books.refunded(again, 4, "cancelled");
        assertThat(books.lines()).hasSize(5);
        assertThat(visitor.available()).isEqualTo(25);
    }
}
