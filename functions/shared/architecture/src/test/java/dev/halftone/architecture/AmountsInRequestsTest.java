package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Protects the ledger from its callers: what is granted or taken is what our price lists say, and
 * no request has a place where somebody could say otherwise.
 */
final class AmountsInRequestsTest {
    private static final ApiDescription API = ApiDescription.read();
    private static final String FUNCTIONS = "dev.halftone.function";
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}+]+)\\+?}");
    private static final Pattern READ_BODY =
            Pattern.compile("JsonBody\\.read\\(\\s*\\w+,\\s*([\\w.]+)");
    private static final Pattern READ_PARAMETER =
            Pattern.compile("(?:query|path)Parameter\\(\\s*\"([^\"]+)\"");
    // A number may be an amount whatever it is called: a new one is somebody's decision.
    private static final Set<String> NUMBERS =
            Set.of(
                    "after",
                    "briefVersion",
                    "bytes",
                    "durationSeconds",
                    "expiresInDays",
                    "limit",
                    "number",
                    "seconds",
                    "seed",
                    "shots",
                    "version");

    private static List<String> amounts(Stream<String> names) {
        return names.filter(RequestInput::namesMoney).distinct().toList();
    }

    private static Set<String> numbers(ApiDescription api) {
        return RequestInput.of(api).stream()
                .filter(RequestInput::number)
                .map(RequestInput::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static String sources() {
        return Repository.filesEndingWith(".java", Repository.file("functions")).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Repository::text)
                .collect(Collectors.joining("\n"));
    }

    private static ApiDescription planted() {
        return new ApiDescription(
                Template.of(
                                """
                                paths:
                                  /v1/gifts/{credits}:
                                    parameters:
                                      - { name: credits, in: path, schema: { type: string } }
                                    post:
                                      requestBody: { $ref: "#/components/requestBodies/Gift" }
                                components:
                                  requestBodies:
                                    Gift: { content: { application/json: { schema: { $ref: "#/components/schemas/Gift" } } } }
                                  schemas:
                                    Gift:
                                      properties:
                                        parts: { type: array, items: { $ref: "#/components/schemas/Part" } }
                                    Part:
                                      properties:
                                        gift: { $ref: "#/components/schemas/Gift" }
                                        priceMinor: { type: string }
                                        howMany: { type: [integer, "null"] }
                                """)
                        .root());
    }

    @Test
    void noRequestIsDescribedAsTakingAnAmount() {
        List<RequestInput> inputs = RequestInput.of(API);

        assertThat(inputs).hasSizeGreaterThan(100);
        assertThat(inputs.stream().filter(each -> RequestInput.namesMoney(each.name()))).isEmpty();
        assertThat(numbers(API)).isSubsetOf(NUMBERS);
    }

    @Test
    void noRouteHasAPlaceForAnAmount() {
        List<String> names =
                Template.functions().functionBlocks().stream()
                        .flatMap(block -> block.routes().stream())
                        .flatMap(route -> found(IN_PATH, route))
                        .toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(amounts(names.stream())).isEmpty();
    }

    // Protects: the code reads nothing that is not described, either.
    @Test
    void noFunctionReadsAnAmountFromItsCaller() {
        List<JavaClass> bodies =
                ImportedClasses.PROJECT.stream()
                        .filter(each -> each.getPackageName().startsWith(FUNCTIONS))
                        .filter(each -> each.isRecord() && each.getSimpleName().endsWith("Body"))
                        .toList();
        List<String> parameters = found(READ_PARAMETER, sources()).toList();

        assertThat(bodies).hasSizeGreaterThan(15);
        assertThat(amounts(bodies.stream().flatMap(AmountsInRequestsTest::components))).isEmpty();
        assertThat(parameters).hasSizeGreaterThan(20);
        assertThat(amounts(parameters.stream())).isEmpty();
        assertThat(found(READ_BODY, sources()))
                .isNotEmpty()
                .allMatch(type -> type.equals("type") || type.endsWith("Body.class"));
    }

    private static Stream<String> components(JavaClass body) {
        return body.getAllFields().stream()
                .flatMap(
                        field ->
                                Stream.concat(
                                        Stream.of(field.getName()),
                                        field.getAllInvolvedRawTypes().stream()
                                                .filter(type -> type.isRecord())
                                                .filter(
                                                        type ->
                                                                type.getPackageName()
                                                                        .startsWith(FUNCTIONS))
                                                .flatMap(AmountsInRequestsTest::components)));
    }

    @Test
    void noticesAnAmountWhereverItIsPlanted() {
        assertThat(RequestInput.of(planted()))
                .extracting(RequestInput::name)
                .contains("parts", "gift")
                .filteredOn(RequestInput::namesMoney)
                .containsExactlyInAnyOrder("credits", "priceMinor");
        assertThat(numbers(planted()))
                .containsExactly("howMany")
                .doesNotContainAnyElementsOf(NUMBERS);
        assertThat(amounts(Stream.of("amountMinor", "unit_amount", "creditsEach", "TOTAL")))
                .hasSize(4);
        assertThat(amounts(Stream.of("minority", "discretion", "costume"))).isEmpty();
    }
}
