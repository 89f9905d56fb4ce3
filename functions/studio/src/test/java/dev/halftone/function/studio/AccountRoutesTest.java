package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Expiry;
import dev.halftone.core.ledger.FreezeCause;
import dev.halftone.core.ledger.Grant;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AccountRoutesTest {
    private final Library library = new Library();

    @Test
    void balancesAddUpToWhatWasGranted() {
        library.grant(1, 25);
        library.delivered(1, 1, 4);
        library.accepted(2, 1, 6);

        JsonNode account = library.call(library.event(1, "account")).json();

        assertThat(account.get("available").asLong()).isEqualTo(15);
        assertThat(account.get("pending").asLong()).isEqualTo(6);
        assertThat(account.get("used").asLong()).isEqualTo(4);
        assertThat(account.get("granted").asLong()).isEqualTo(25);
    }

    /** Protects what the owner is told: nothing is left out, and nothing is counted twice. */
    @Test
    void showsWhatWasBoughtGivenTakenBackAndWhatEndsNext() {
        Instant end = Samples.NOW.plus(Duration.ofDays(20));
        library.grant(1, 25);
        library.store.ledger().grant(Samples.grant(1, 2, 10).expiring(Expiry.at(end)));
        library.store
                .ledger()
                .grant(
                        Samples.grant(1, 3, 5)
                                .expiring(Expiry.at(Samples.NOW.plus(Duration.ofDays(1)))));
        Grant bought = Samples.purchase(1, 4, 400);
        library.store.ledger().grant(bought);
        library.store
                .corrections()
                .revoke(
                        new Revocation(
                                bought.account(),
                                bought.id(),
                                new Credits(100),
                                "refund",
                                Samples.NOW));
        library.store
                .corrections()
                .freeze(bought.account(), new FreezeCause("dispute:stripe:dp_1"), Samples.NOW);
        library.clock.advance(Duration.ofDays(2));

        JsonNode account = library.call(library.event(1, "account")).json();

        assertThat(account.toString())
                .isEqualTo(
                        "{\"available\":335,\"upcoming\":0,\"waiting\":0,\"pending\":0,"
                                + "\"used\":0,\"purchased\":400,\"granted\":440,\"expired\":5,"
                                + "\"revoked\":100,\"debt\":0,\"frozen\":true,"
                                + "\"nextExpiry\":{\"credits\":10,\"at\":\""
                                + end
                                + "\"},\"plan\":"
                                + account.get("plan")
                                + "}");
    }

    @Test
    void showsWhatIsOwed() {
        library.grant(1, 25);
        library.delivered(1, 1, 20);
        library.store
                .corrections()
                .revoke(
                        new Revocation(
                                Samples.accountId(1),
                                Samples.welcome(1, 25).id(),
                                new Credits(25),
                                "refund",
                                Samples.NOW));

        JsonNode account = library.call(library.event(1, "account")).json();

        assertThat(account.get("debt").asLong()).isEqualTo(20);
        assertThat(account.get("revoked").asLong()).isEqualTo(25);
        assertThat(account.get("available").asLong()).isZero();
    }

    @Test
    void whoWasNeverGrantedAnythingHasNothing() {
        HttpAnswer answer = library.call(library.event(1, "account"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("available").asLong()).isZero();
    }

    @Test
    void aStatementExplainsEveryCredit() {
        story();

        JsonNode statement = library.call(library.event(1, "statement").query("")).json();

        List<String> lines = new ArrayList<>();
        statement
                .get("lines")
                .forEach(
                        line ->
                                lines.add(
                                        "%s %d %s %s %d"
                                                .formatted(
                                                        line.get("kind").asString(),
                                                        line.get("credits").asLong(),
                                                        line.get("reason").asString(),
                                                        line.get("failure").asString("-"),
                                                        line.get("availableAfter").asLong())));
        assertThat(lines)
                .containsExactly(
                        "void 6 generation timeout 21",
                        "post -4 generation - 15",
                        "pending -6 generation - 15",
                        "pending -4 generation - 21",
                        "grant 25 welcome - 25");
        assertThat(statement.at("/balance/available").asLong()).isEqualTo(21);
        assertThat(statement.at("/balance/pending").asLong()).isZero();
        assertThat(statement.at("/lines/0/generation").asString())
                .isEqualTo(Samples.generationId(2).value());
        assertThat(statement.at("/lines/4/generation").isNull()).isTrue();
    }

    @Test
    void aStatementInPagesIsTheSameStatement() {
        story();
        List<JsonNode> whole = new ArrayList<>();
        library.call(library.event(1, "statement").query(""))
                .json()
                .get("lines")
                .forEach(whole::add);

        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    library.call(library.event(1, "statement").query("limit=2&cursor=" + cursor))
                            .json();
            page.get("lines").forEach(paged::add);
            cursor = page.get("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1.",
                "x.MTIz",
                "1.MTIz",
                "99999999999999999999.MTIz",
                "1.%F0%9F%8E%A8"
            })
    void refusesABadCursor(String cursor) {
        story();

        HttpAnswer answer = library.call(library.event(1, "statement").query("cursor=" + cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_cursor");
    }

    @Test
    void refusesABadLimit() {
        HttpAnswer answer = library.call(library.event(1, "statement").query("limit=101"));

        assertThat(answer.code()).isEqualTo("invalid_limit");
    }

    private void story() {
        library.grant(1, 25);
        Generation lost = library.accepted(2, 1, 6);
        library.delivered(1, 1, 4);
        library.end(
                lost,
                new GenerationEvent.GivenUp(
                        FailureReason.TIMEOUT, "no answer", Samples.NOW.plusSeconds(600)));
    }

    // Protects: people see how much their plan has room for before they are stopped by it.
    @Test
    void showsWhatIsUsedOfThePlanAndWhenItBeginsAnew() {
        library.grant(1, 25);
        library.delivered(1, 1, 4);
        library.accepted(2, 1, 6);

        JsonNode plan = library.call(library.event(1, "account")).json().get("plan");

        assertThat(plan.get("name").asString()).isEqualTo("test");
        assertThat(plan.at("/limits/0").toString())
                .isEqualTo(
                        "{\"model\":null,\"period\":\"day\",\"used\":2,\"limit\":1000,"
                                + "\"resetsAt\":\"2026-11-03T00:00:00Z\"}");
        assertThat(plan.at("/limits/1/period").asString()).isEqualTo("month");
        assertThat(plan.at("/limits/1/resetsAt").asString()).isEqualTo("2026-12-01T00:00:00Z");
    }
}
