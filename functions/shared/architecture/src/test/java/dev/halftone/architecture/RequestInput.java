package dev.halftone.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that a caller says in a request: in its path, its query, a header or its body, however
 * deep there.
 *
 * @param name as it is described
 * @param number whether it is described as a number
 */
record RequestInput(String route, String name, boolean number) {
    private static final Set<String> MONEY =
            Set.of(
                    "amount",
                    "amounts",
                    "balance",
                    "cent",
                    "cents",
                    "charge",
                    "cost",
                    "costs",
                    "credit",
                    "credits",
                    "debit",
                    "discount",
                    "fee",
                    "grant",
                    "grants",
                    "minor",
                    "money",
                    "paid",
                    "price",
                    "prices",
                    "refund",
                    "sum",
                    "total");
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    /** All of a description. */
    static List<RequestInput> of(ApiDescription api) {
        return api.operations().entrySet().stream()
                .flatMap(each -> of(api, each.getKey(), each.getValue()))
                .distinct()
                .toList();
    }

    /** Whether its name says that it is an amount of credits or of money. */
    static boolean namesMoney(String name) {
        return WORD.matcher(name)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .anyMatch(MONEY::contains);
    }

    private static Stream<RequestInput> of(
            ApiDescription api, String route, TemplateValue operation) {
        String path = route.substring(route.indexOf(' ') + 1);
        Stream<RequestInput> parameters =
                Stream.concat(
                                api.root().at("paths", path, "parameters").items().stream(),
                                operation.at("parameters").items().stream())
                        .map(api::resolved)
                        .map(each -> input(route, each.at("name").text(), each.at("schema")));
        Stream<RequestInput> body =
                api.resolved(operation.at("requestBody")).at("content").entries().values().stream()
                        .flatMap(each -> fields(api, route, each.at("schema"), Set.of()));
        return Stream.concat(parameters, body);
    }

    private static Stream<RequestInput> fields(
            ApiDescription api, String route, TemplateValue schema, Set<String> above) {
        Set<String> here = new HashSet<>(above);
        if (schema.at("$ref").exists() && !here.add(schema.at("$ref").text())) {
            return Stream.of();
        }
        TemplateValue resolved = api.resolved(schema);
        Stream<RequestInput> own =
                resolved.at("properties").entries().entrySet().stream()
                        .map(each -> input(route, each.getKey(), api.resolved(each.getValue())));
        Stream<TemplateValue> below =
                Stream.of(
                                resolved.at("properties").entries().values().stream(),
                                COMBINED.stream().flatMap(key -> resolved.at(key).items().stream()),
                                Stream.of(
                                        resolved.at("items"), resolved.at("additionalProperties")))
                        .flatMap(each -> each)
                        .filter(TemplateValue::exists);
        return Stream.concat(own, below.flatMap(each -> fields(api, route, each, here)));
    }

    private static RequestInput input(String route, String name, TemplateValue schema) {
        Stream<TemplateValue> alternatives =
                COMBINED.stream().flatMap(key -> schema.at(key).items().stream());
        boolean number =
                Stream.concat(Stream.of(schema, schema.at("items")), alternatives)
                        .flatMap(each -> each.at("type").texts().stream())
                        .anyMatch(NUMBERS::contains);
        return new RequestInput(route, name, number);
    }
}
