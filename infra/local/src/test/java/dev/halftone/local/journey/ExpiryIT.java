package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ledger.BusinessKey;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.GrantOutcome;
import dev.halftone.core.ledger.GrantSource;
import dev.halftone.local.journey.Visitor.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Protects: credits that end are gone the moment they do, whenever the schedule comes by; and what
 * became of them stands in the statement, once.
 */
class ExpiryIT {

    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final long PROMOTION = 100;

    private final RunningStudio studio = RunningStudio.generous();
    private final Visitor visitor = Visitor.welcomed(studio);

    /** A welcome of 1000 that is spent, and a promotion whose time is over. */
    @BeforeEach
    void passTheExpiry() {
        Instant now = studio.now();
        assertThat(
                        studio.ledger()
                                .grant(
                                        visitor.userId(),
                                        account ->
                                                new Grant(
                                                                account,
                                                                new BusinessKey(
                                                                        "promotion:" + account),
                                                                GrantSource.OPERATOR,
                                                                new Credits(PROMOTION),
                                                                now)
                                                        .expiring(Expiry.at(now.plus(LIFE)))))
                .isInstanceOf(GrantOutcome.Granted.class);
        assertThat(visitor.available()).isEqualTo(1000 + PROMOTION);
        studio.turnClock(LIFE.plusSeconds(1));
    }

    @Test
    void spendsNothingThatExpiredASecondAgoThoughNoLineSaysSoYet() {
        assertThat(visitor.available()).isEqualTo(1000);
        assertThat(submit("2K").code()).isEqualTo(202);

        assertThat(submit("1K").code()).isEqualTo(402);

        JsonNode account = visitor.get("/v1/account").body();
        Books.conserved(account);
        assertThat(account.get("expired").asLong()).isEqualTo(PROMOTION);
    }

    @Test
    void writesTheLineOnceHoweverOftenTheScheduleComesBy() {
        studio.reconcile();
        studio.reconcile();

        Books books = visitor.books().balanced();
        List<JsonNode> expired =
                books.lines().stream()
                        .filter(line -> line.get("kind").asString().equals("expire"))
                        .toList();
        assertThat(expired).hasSize(1);
        assertThat(expired.getFirst().get("credits").asLong()).isEqualTo(-PROMOTION);
        assertThat(expired.getFirst().get("reason").asString()).isEqualTo("operator");
        assertThat(books.account().get("expired").asLong()).isEqualTo(PROMOTION);
        assertThat(visitor.available()).isEqualTo(1000);
    }

    private Answer submit(String resolution) {
        String quote = visitor.quote("poster", "1:1", resolution).get("quote").asString();
        return visitor.post(
                "/v1/generations",
                Map.of(
                        "model", "poster",
                        "prompt", "A candle that went out",
                        "aspectRatio", "1:1",
                        "resolution", resolution,
                        "quote", quote),
                UUID.randomUUID().toString());
    }
}
