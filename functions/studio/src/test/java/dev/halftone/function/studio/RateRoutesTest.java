package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Protects: what is said of a model's reliability is what happened, counted once. */
class RateRoutesTest {
    private static final int GENERATIONS = 60;

    private final Library library = new Library();

    // Goal: the rates are what a recount of the rows themselves comes to. Method: random ends
    // over forty days, recounted here from the generations and by other arithmetic.
    @Test
    void countsWhatARecountOfEveryGenerationCounts() {
        List<Generation> ended = endedAtRandom();

        JsonNode rate = rates().get("models").get(0);

        assertThat(rate.get("id").asString()).isEqualTo(Samples.MODEL);
        assertThat(rate.get("day"))
                .isEqualTo(recounted(ended, Instant.parse("2026-11-01T13:00:00Z"), rate));
        assertThat(rate.get("month"))
                .isEqualTo(recounted(ended, Instant.parse("2026-10-04T00:00:00Z"), rate));
        assertThat(rate.get("day").get("delivered").asLong())
                .isLessThan(rate.get("month").get("delivered").asLong());
    }

    @Test
    void isReadByAnybodyAndSaysWhatItCovers() {
        JsonNode none = rates();

        assertThat(none.get("hours").asInt()).isEqualTo(24);
        assertThat(none.get("days").asInt()).isEqualTo(30);
        assertThat(none.get("models")).isEmpty();
    }

    // Protects: a page that everybody opens does not read a month's counts for each of them.
    @Test
    void countsAnewNoMoreThanOnceAMinute() {
        library.grant(1, 100);
        library.delivered(1, 1, 4);
        JsonNode first = rates();
        library.delivered(2, 1, 4);

        assertThat(rates()).isEqualTo(first);
        library.clock.advance(Duration.ofSeconds(61));
        assertThat(rates().get("models").get(0).get("day").get("delivered").asLong()).isEqualTo(2);
    }

    private List<Generation> endedAtRandom() {
        SplittableRandom random = new SplittableRandom(11);
        library.grant(1, 1_000);
        List<Generation> ended = new ArrayList<>();
        for (int number = 1; number <= GENERATIONS; number++) {
            Generation accepted = library.accepted(number, 1, 4);
            boolean old = random.nextBoolean();
            Instant at =
                    Samples.NOW.minus(Duration.ofMinutes(random.nextInt(old ? 57_600 : 2_000)));
            FailureReason[] reasons = FailureReason.values();
            int way = random.nextInt(2 * reasons.length);
            ended.add(
                    library.end(
                            accepted,
                            way < reasons.length
                                    ? new GenerationEvent.GivenUp(reasons[way], "said", at)
                                    : new GenerationEvent.DeliveredAtOnce(
                                            Samples.providerRequest(number),
                                            List.of(Samples.media(accepted, 0)),
                                            at)));
        }
        return ended;
    }

    private static JsonNode recounted(List<Generation> all, Instant from, JsonNode like) {
        List<Generation> ended =
                all.stream()
                        .filter(
                                each ->
                                        !Objects.requireNonNull(each.state().endedAt())
                                                .isBefore(from))
                        .toList();
        tools.jackson.databind.node.ObjectNode counts = like.get("day").deepCopy().asObject();
        counts.put("delivered", count(ended, each -> !(each.state() instanceof Failed)));
        counts.put(
                "failed",
                count(
                        ended,
                        each ->
                                isOf(
                                        each,
                                        FailureReason.PROVIDER_ERROR,
                                        FailureReason.PROVIDER_UNAVAILABLE,
                                        FailureReason.TIMEOUT,
                                        FailureReason.INVALID_RESULT,
                                        FailureReason.NOT_STORED)));
        counts.put(
                "refused",
                count(
                        ended,
                        each ->
                                isOf(
                                        each,
                                        FailureReason.MODERATION,
                                        FailureReason.INVALID_REQUEST)));
        counts.put("stopped", count(ended, each -> isOf(each, FailureReason.CANCELLED)));
        return counts;
    }

    private static int count(List<Generation> ended, Predicate<Generation> way) {
        return Math.toIntExact(ended.stream().filter(way).count());
    }

    private static boolean isOf(Generation generation, FailureReason... reasons) {
        return generation.state() instanceof Failed failed
                && List.of(reasons).contains(failed.reason());
    }

    private JsonNode rates() {
        HttpAnswer answer = library.call(HttpEvent.read("studio", "rates"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
