package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.LocalStudio.Pause;
import dev.halftone.local.journey.Visitor.Answer;
import dev.halftone.testing.Race;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Protects: no credit is spent twice, however many ask at the same moment, and nobody ever reads a
 * balance that is impossible.
 */
class StormIT {

    /** A storm on a busy machine lasts seconds, and whoever was turned away waits it out. */
    private static final int CLICKS_MAX = 45;

    private static final Duration CLICK_AGAIN = Duration.ofSeconds(1);

    // Too late for the function, or too many in a short time: no word about the credits.
    private static final Set<Integer> AGAIN = Set.of(503, 429);
    private static final Set<Integer> REFUSED = Set.of(402, 429);

    private final RunningStudio studio = RunningStudio.generous();
    private final Visitor visitor = Visitor.welcomed(studio);

    /** The bugs of new-api #6609 and one-api #2440: fifty at once were all let through. */
    @Test
    void acceptsTenOfFiftyIfTheBalancePaysForTen() {
        assertStorm(50, "1K", 100, 10);
    }

    /** The bug of open-saas #727: a balance for one was spent by many. */
    @Test
    void acceptsOneOfTwoHundredIfTheBalancePaysForOne() {
        assertStorm(200, "2K", 1000, 1);
    }

    private void assertStorm(int clicks, String resolution, long price, int affordable) {
        List<String> ids;
        // Nothing fails, and nothing comes back, while the storm lasts.
        try (Pause _ = studio.pause(studio.provider())) {
            List<Answer> answers = storm(clicks, resolution);

            ids = accepted(answers);
            assertThat(ids).hasSize(affordable);
            assertThat(answers)
                    .filteredOn(answer -> REFUSED.contains(answer.code()))
                    .hasSize(clicks - affordable);
            assertThat(visitor.available()).isZero();
        }

        ids.forEach(visitor::untilEnded);
        Books books = visitor.books();
        ids.forEach(id -> books.refunded(id, price, "provider_error"));
        assertThat(visitor.available()).isEqualTo(1000);
        assertThat(ids).allSatisfy(id -> assertThat(studio.orders(id)).hasSize(1));
        assertThat(books.lines()).hasSize(1 + 2 * affordable);
    }

    /** Every click at once, and each reads the balance that the storm has left so far. */
    private List<Answer> storm(int clicks, String resolution) {
        String quote = visitor.quote("poster", "1:1", resolution).get("quote").asString();
        return Race.run(
                clicks,
                _ -> {
                    Answer answer = click(quote, resolution);
                    Answer account = visitor.get("/v1/account");
                    if (account.code() == 200) {
                        Books.conserved(account.body());
                        assertThat(account.body().get("granted").asLong()).isEqualTo(1000);
                    }
                    return answer;
                });
    }

    /** One machine may be too slow for all of them at once; the page says it again, as here. */
    private Answer click(String quote, String resolution) {
        String key = UUID.randomUUID().toString();
        Map<String, String> body =
                Map.of(
                        "model", "poster",
                        "prompt", "A storm over a harbour [fail]",
                        "aspectRatio", "1:1",
                        "resolution", resolution,
                        "quote", quote);
        Answer answer = visitor.post("/v1/generations", body, key);
        for (int again = 0; again < CLICKS_MAX && AGAIN.contains(answer.code()); again++) {
            LockSupport.parkNanos(CLICK_AGAIN.toNanos());
            answer = visitor.post("/v1/generations", body, key);
        }
        return answer;
    }

    /** 200 is the answer to a click that was sent again because its first answer was lost. */
    private static List<String> accepted(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.code() == 202 || answer.code() == 200)
                .map(answer -> answer.body().get("id").asString())
                .distinct()
                .toList();
    }
}
