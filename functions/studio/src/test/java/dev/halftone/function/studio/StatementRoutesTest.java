package dev.halftone.function.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.Revocation;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Protects: a person finds every line of their own account, why it is there, and no other's. */
class StatementRoutesTest {
    private static final Pattern NEXT =
            Pattern.compile("</v1/account/statement\\.csv\\?(.+)>; rel=\"next\"");

    private final Library library = new Library();

    @Test
    void tellsOfARefundWhyItCameAndWhichDeductionItAnswers() {
        Generation lost = story();

        JsonNode refund = json("group=refunds").at("/lines/0");

        assertThat(refund.get("failure").asString()).isEqualTo("timeout");
        assertThat(refund.get("generation").asString()).isEqualTo(lost.id().value());
        assertThat(refund.get("answers").asString()).isEqualTo("PENDING#" + lost.id().value());
        assertThat(refund.get("availableAfter").asLong()).isEqualTo(21);
    }

    @Test
    void tellsFromWhichBalanceToWhichCreditsWent() {
        story();

        JsonNode grant = json("group=grants").at("/lines/0");

        assertThat(grant.get("from").toString()).isEqualTo("[\"given\"]");
        assertThat(grant.get("to").toString()).isEqualTo("[\"available\"]");
        assertThat(grant.get("legs").toString()).isEqualTo("{\"given\":-25,\"available\":25}");
    }

    @ParameterizedTest
    @CsvSource({
        "group=charges,3",
        "group=refunds,1",
        "group=grants,1",
        "group=corrections,1",
        "group=expiries,0",
        "from=2026-11-03,0",
        "to=2026-11-01,0",
        "from=2026-11-02&to=2026-11-02,6",
        "group=charges&generation=GENERATION,1"
    })
    void showsTheLinesThatAreAskedFor(String query, int lines) {
        Generation lost = story();

        JsonNode page = json(query.replace("GENERATION", lost.id().value()));

        assertThat(page.get("lines")).hasSize(lines);
        assertThat(page.get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "group=everything,invalid_group,group",
        "group=Charges,invalid_group,group",
        "generation=gen_a%20b,invalid_generation,generation",
        "generation=1,invalid_generation,generation",
        "from=yesterday,invalid_day,from",
        "from=2026-02-30,invalid_day,from",
        "to=2026-1-1,invalid_day,to",
        "to=99999-01-01,invalid_day,to",
        "from=2026-11-02&to=2026-11-01,invalid_day,to",
        "limit=0,invalid_limit,limit",
        "limit=1e9,invalid_limit,limit",
        "limit=99999999999999999999,invalid_limit,limit",
        "cursor=9.MTIz,invalid_cursor,cursor",
        "cursor=%2B9.MTIz,invalid_cursor,cursor",
        "cursor=99999999999999999999.MTIz,invalid_cursor,cursor"
    })
    void namesTheParameterThatCannotBe(String query, String code, String field) {
        story();

        for (String route : List.of("statement", "statement-csv")) {
            HttpAnswer answer = library.call(library.event(1, route).query(query));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.json().get("field").asString()).isEqualTo(field);
        }
    }

    @Test
    void writesTheLinesAsATable() {
        Generation lost = story();

        HttpAnswer answer = library.call(library.event(1, "statement-csv"));

        String[] rows = answer.body().split("\r\n");
        assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(answer.header("content-disposition"))
                .isEqualTo("attachment; filename=\"halftone-statement.csv\"");
        assertThat(answer.header("link")).isEmpty();
        assertThat(rows).hasSize(7);
        assertThat(rows[0])
                .isEqualTo(
                        "time,line,kind,credits,available_after,reason,failure,generation,"
                                + "price_version,answers,from,to,legs");
        assertThat(rows[2])
                .isEqualTo(
                        "%1$s,VOID#%2$s,void,6,21,generation,timeout,%2$s,%3$s,PENDING#%2$s,pending,available,available"
                            + " 6; pending -6",
                        Samples.NOW.plusSeconds(600), lost.id(), Samples.PRICE_VERSION);
    }

    @Test
    void writesTheSameTableInPages() {
        story();
        String whole = library.call(library.event(1, "statement-csv")).body();

        StringBuilder pages = new StringBuilder();
        String query = "limit=2";
        while (!query.isEmpty()) {
            HttpAnswer page = library.call(library.event(1, "statement-csv").query(query));
            pages.append(page.body());
            Matcher next = NEXT.matcher(page.header("link"));
            query = next.matches() ? next.group(1) : "";
        }

        assertThat(pages.toString()).isEqualTo(whole);
    }

    /** Whoever holds another person's cursor or ids still reads their own account alone. */
    @ParameterizedTest
    @ValueSource(strings = {"statement", "statement-csv"})
    void showsNobodyElsesLines(String route) {
        Generation lost = story();
        library.grant(2, 7);
        String cursor = json("limit=2").get("nextCursor").asString();

        List<String> answers = new ArrayList<>();
        for (String query :
                List.of(
                        "",
                        "generation=" + lost.id(),
                        "account=" + Samples.accountId(1),
                        "user=" + Samples.userId(1),
                        "cursor=" + cursor)) {
            answers.add(library.call(library.event(2, route).query(query)).body());
        }

        assertThat(answers)
                .noneMatch(answer -> answer.contains(lost.id().value()))
                .noneMatch(answer -> answer.contains(Samples.accountId(1).value()))
                .noneMatch(answer -> answer.contains("25"));
    }

    private JsonNode json(String query) {
        return library.call(library.event(1, "statement").query(query)).json();
    }

    /** A welcome, a picture, a failure, and a correction: six lines. */
    private Generation story() {
        library.grant(1, 25);
        Generation lost = library.accepted(2, 1, 6);
        library.delivered(1, 1, 4);
        Generation ended =
                library.end(
                        lost,
                        new GenerationEvent.GivenUp(
                                FailureReason.TIMEOUT, "no answer", Samples.NOW.plusSeconds(600)));
        library.store
                .corrections()
                .revoke(
                        new Revocation(
                                Samples.accountId(1),
                                Samples.welcome(1, 25).id(),
                                new Credits(5),
                                "refund",
                                Samples.NOW.plusSeconds(700)));
        return ended;
    }
}
