package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

// Protects programs from routes that each have manners of their own. That routes do what is
// described of them is held against every answer of every test.
final class ApiConventionsTest {
    private static final ApiDescription API = ApiDescription.read();
    private static final Map<String, TemplateValue> OPERATIONS = API.operations();
    private static final String KEY = "#/components/parameters/IdempotencyKey";
    private static final String JSON = "application/json";

    private static Set<String> where(Predicate<TemplateValue> condition) {
        return OPERATIONS.entrySet().stream()
                .filter(each -> condition.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean takes(TemplateValue operation, String parameter) {
        return operation.at("parameters").items().stream()
                .anyMatch(each -> each.at("name").text().equals(parameter));
    }

    private static boolean takesKey(TemplateValue operation) {
        return operation.at("parameters").items().stream()
                .anyMatch(each -> each.at("$ref").text().equals(KEY));
    }

    private static TemplateValue answered(TemplateValue operation) {
        String reference =
                operation.at("responses", "200", "content", JSON, "schema", "$ref").text();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return API.root().at("components", "schemas", name, "properties");
    }

    // Goal: every list that goes on is read the same way.
    @Test
    void everyListThatTakesACursorSaysWhereItGoesOn() {
        Set<String> pages =
                where(each -> takes(each, "cursor") && answered(each).entries().size() > 0);

        assertThat(pages).hasSizeGreaterThan(3);
        assertThat(pages)
                .allSatisfy(
                        route ->
                                assertThat(
                                                answered(operation(route))
                                                        .at("nextCursor", "type")
                                                        .texts())
                                        .as(route)
                                        .containsExactly("string", "null"));
    }

    @Test
    void everyListThatSaysWhereItGoesOnTakesACursor() {
        assertThat(
                        where(
                                each ->
                                        each.at("operationId").exists()
                                                && answered(each).at("nextCursor").exists()
                                                && !each.at("requestBody").exists()))
                .hasSizeGreaterThan(3)
                .allMatch(route -> takes(operation(route), "cursor"));
    }

    // Goal: what a program has made once is not made twice because its answer was lost. What is
    // begun, resumed or repaired by name is the same however often it is asked for.
    @Test
    void everythingThatAProgramCanHaveMadeTakesAKey() {
        Set<String> making =
                where(
                        each ->
                                each.at("responses", "201").exists()
                                        && each.at("security").items().stream()
                                                .anyMatch(who -> who.at("token").exists()));
        Set<String> ordering =
                where(
                        each ->
                                each.at("x-rate-limit").text().equals("spend")
                                        && each.at("responses", "202").exists());

        assertThat(making).hasSizeGreaterThan(3).allMatch(route -> takesKey(operation(route)));
        assertThat(ordering)
                .hasSizeGreaterThan(2)
                .allMatch(route -> takesKey(operation(route)) || route.endsWith("/start"));
    }

    // Goal: a program reads one form of error.
    @Test
    void everyRefusalIsAProblem() {
        assertThat(OPERATIONS)
                .allSatisfy(
                        (route, operation) ->
                                operation
                                        .at("responses")
                                        .entries()
                                        .forEach(
                                                (status, answer) -> {
                                                    if (status.matches("[45].*")) {
                                                        assertThat(answer.at("$ref").text())
                                                                .as(route + " " + status)
                                                                .startsWith(
                                                                        "#/components/responses/");
                                                    }
                                                }));
        assertThat(API.root().at("components", "responses").entries().values())
                .allSatisfy(
                        response ->
                                assertThat(response.at("content").entries())
                                        .containsKey("application/problem+json"))
                // A browser that was sent here has nobody to read a problem to its person.
                .filteredOn(response -> response.at("content").entries().size() > 1)
                .singleElement()
                .satisfies(
                        response ->
                                assertThat(response.at("content").entries())
                                        .containsOnlyKeys("application/problem+json", "text/html"));
    }

    // Goal: no body is read without bound, or of another kind than it should be.
    @Test
    void everyBodyOfAPersonHasALimitAndAKind() {
        Set<String> taking =
                where(
                        each ->
                                each.at("requestBody").exists()
                                        && !each.at("security").items().stream()
                                                .anyMatch(who -> who.at("signature").exists()));

        assertThat(taking).hasSizeGreaterThan(10);
        assertThat(taking)
                .allSatisfy(
                        route ->
                                assertThat(operation(route).at("responses").entries().keySet())
                                        .as(route)
                                        .containsAll(List.of("413", "415", "422")));
    }

    private static TemplateValue operation(String route) {
        return Objects.requireNonNull(OPERATIONS.get(route), route);
    }
}
