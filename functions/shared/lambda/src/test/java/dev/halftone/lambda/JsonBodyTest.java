package dev.halftone.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonBodyTest {
    private record Order(String name, int count, boolean gift, @Nullable String note) {
        Order {
            if (count < 0) {
                throw new IllegalArgumentException("a secret of the record");
            }
        }
    }

    @Test
    void readsWhatIsAllThere() {
        assertThat(read("{\"name\":\"x\",\"count\":2,\"gift\":true,\"note\":\"n\"}"))
                .isEqualTo(new Body.Valid<>(new Order("x", 2, true, "n")));
    }

    @Test
    void whatMayBeMissingMayBeMissing() {
        assertThat(read("{\"name\":\"x\",\"count\":2,\"gift\":false}"))
                .isEqualTo(new Body.Valid<>(new Order("x", 2, false, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"name\":\"x\"",
                "{\"name\":\"x\",\"name\":\"y\"}",
                "{} {}",
                "{}x",
                "{'name':'x'}",
                "{name:1}",
                "{\"name\":NaN}",
                "// c\n{}",
                "{\"name\":\"x\",}"
            })
    void refusesWhatIsNotOneObject(String body) {
        assertRefused(read(body), 400, "malformed_json");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xFC, '"', '}'};

        assertRefused(JsonBody.read(Requests.json(latin), Order.class), 400, "malformed_json");
    }

    @Test
    void refusesDeepNesting() {
        assertRefused(
                read("{\"name\":" + "[".repeat(60) + "]".repeat(60) + "}"), 400, "malformed_json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\":1,\"gift\":true} | missing_field | name",
                "{\"name\":null,\"count\":1,\"gift\":true} | missing_field | name",
                "{\"name\":\"x\",\"gift\":true} | missing_field | count",
                "{\"name\":\"x\",\"count\":1,\"gift\":true,\"admin\":true} | unknown_field | admin",
                "{\"name\":7,\"count\":1,\"gift\":true} | invalid_field | name",
                "{\"name\":\"x\",\"count\":\"1\",\"gift\":true} | invalid_field | count",
                "{\"name\":\"x\",\"count\":1.5,\"gift\":true} | invalid_field | count",
                "{\"name\":\"x\",\"count\":99999999999,\"gift\":true} | invalid_field | count",
                "{\"name\":\"x\",\"count\":1,\"gift\":\"true\"} | invalid_field | gift",
                "{\"name\":\"x\",\"count\":1,\"gift\":1} | invalid_field | gift",
                "{\"name\":{},\"count\":1,\"gift\":true} | invalid_field | name",
                "{\"Name\":\"x\",\"count\":1,\"gift\":true} | missing_field | name"
            })
    void namesTheFieldThatIsWrong(String body, String code, String field) {
        JsonNode problem = assertRefused(read(body), 422, code);

        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        JsonNode problem = assertRefused(read("{}"), 422, "missing_field");

        assertThat(problem.get("errors").findValuesAsString("field"))
                .containsExactly("name", "count", "gift");
    }

    @Test
    void namesOnlyTheFirstOfManyUnknownFields() {
        String fields =
                IntStream.range(0, 5_000)
                        .mapToObj(number -> "\"x" + number + "\":1")
                        .collect(Collectors.joining(","));

        JsonNode problem = assertRefused(read("{" + fields + "}"), 422, "missing_field");

        assertThat(problem.get("errors")).hasSize(20);
        assertThat(problem.toString()).contains("x16").doesNotContain("x17");
    }

    @Test
    void whatARecordRefusesIsSaidWithoutItsWords() {
        JsonNode problem =
                assertRefused(
                        read("{\"name\":\"x\",\"count\":-1,\"gift\":true}"), 422, "invalid_field");

        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void refusesABodyAboveTheLimitAndTakesOneAtIt() {
        int frame = "{\"name\":\"\",\"count\":1,\"gift\":true}".length();
        String name = "x".repeat(JsonBody.BYTES_MAX - frame);

        assertThat(read("{\"name\":\"" + name + "\",\"count\":1,\"gift\":true}"))
                .isInstanceOf(Body.Valid.class);
        assertRefused(
                read("{\"name\":\"x" + name + "\",\"count\":1,\"gift\":true}"),
                413,
                "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/jsonp",
                "text/plain; application/json",
                ""
            })
    void refusesOtherMediaTypes(String type) {
        HttpRequest request =
                Requests.withHeader(Requests.json("{\"name\":\"x\"}"), "content-type", type);

        assertRefused(JsonBody.read(request, Order.class), 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON"})
    void takesJsonInAnySpelling(String type) {
        HttpRequest request =
                Requests.withHeader(
                        Requests.json("{\"name\":\"x\",\"count\":1,\"gift\":true}"),
                        "content-type",
                        type);

        assertThat(JsonBody.read(request, Order.class)).isInstanceOf(Body.Valid.class);
    }

    private static Body<Order> read(String body) {
        return JsonBody.read(Requests.json(body), Order.class);
    }

    private static JsonNode assertRefused(Body<Order> body, int status, String code) {
        assertThat(body).isInstanceOf(Body.Invalid.class);
        HttpResponse response = ((Body.Invalid<Order>) body).response();
        assertThat(response.status()).isEqualTo(status);
        JsonNode problem = Json.tree(response.body().text());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        return problem;
    }
}
