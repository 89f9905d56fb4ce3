package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.ratelimit.RateClass;
import dev.halftone.lambda.RouteClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

// Protects programs from a description that says something else than the template and the code.
final class ApiDescriptionTest {
    private static final ApiDescription API = ApiDescription.read();
    private static final Set<String> CALLERS = Set.of("session", "token", "signature");
    private static final Set<String> SCOPES = Set.of("read", "create", "manage");
    private static final Pattern STATED =
            Pattern.compile("(?:Problem\\s*\\.of|\\brefused)\\(\\s*\\d{3},\\s*\"([a-z_]+[a-z])\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+[a-z0-9])\"");
    // Codes that are put together, or named by a constant, and what of them stands in the code.
    private static final Map<String, String> COMPOSED =
            Map.ofEntries(
                    Map.entry("invalid_name", "badText(\"name\""),
                    Map.entry("invalid_text", "badText(\"text\""),
                    Map.entry("invalid_title", "badText(\"title\""),
                    Map.entry("unsupported_first_frame", "\"first_frame\""),
                    Map.entry("unsupported_speech", "\"speech\""),
                    Map.entry("unsupported_watermark", "\"watermark\""),
                    Map.entry("unsupported_film", "FILM, FILM"),
                    Map.entry("first_frame_required", "\"first_frame\""),
                    Map.entry("speech_required", "\"speech\""),
                    Map.entry("address_refused", "ADDRESS_REFUSED"),
                    Map.entry("private_address", "PRIVATE_ADDRESS"));

    private static String sources() {
        return Repository.filesEndingWith(".java", Repository.file("functions")).stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Repository::text)
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> undescribed(Set<String> codes, String sources) {
        Set<String> missing = found(STATED, sources);
        missing.removeAll(codes);
        return missing;
    }

    private static Set<String> unknown(Set<String> codes, String sources) {
        Set<String> literals = found(LITERAL, sources);
        Set<String> unknown = new TreeSet<>(codes);
        unknown.removeIf(
                code ->
                        literals.contains(code)
                                || sources.contains(COMPOSED.getOrDefault(code, code + "\"\"")));
        return unknown;
    }

    @Test
    void describesExactlyTheRoutesOfTheTemplate() {
        Set<String> routes =
                Template.functions().functionBlocks().stream()
                        .flatMap(block -> block.routes().stream())
                        .collect(Collectors.toSet());

        assertThat(API.operations().keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void declaresEveryParameterOfAPathAndNoOther() {
        assertThat(API.root().at("paths").entries().keySet())
                .isNotEmpty()
                .allSatisfy(
                        path ->
                                assertThat(API.declared(path))
                                        .as(path)
                                        .isEqualTo(ApiDescription.named(path)));
    }

    @Test
    void saysOfEveryOperationWhoMayCallIt() {
        assertThat(API.operations())
                .allSatisfy(
                        (route, operation) -> {
                            assertThat(operation.at("security").exists()).as(route).isTrue();
                            assertThat(operation.at("security").items())
                                    .allSatisfy(
                                            each ->
                                                    assertThat(CALLERS)
                                                            .containsAll(each.entries().keySet()));
                            assertThat(
                                            operation.at("security").items().stream()
                                                    .flatMap(
                                                            each ->
                                                                    each
                                                                            .at("token")
                                                                            .texts()
                                                                            .stream()))
                                    .allMatch(SCOPES::contains)
                                    .hasSizeLessThan(2);
                        });
    }

    // What a caller reads of a limit is the one that is kept.
    @Test
    void saysOfEveryOperationUnderWhichLimitItStands() {
        assertThat(API.operations())
                .allSatisfy(
                        (route, operation) ->
                                assertThat(operation.at("x-rate-limit").text())
                                        .as(route)
                                        .isEqualTo(
                                                RouteClass.of(route)
                                                        .map(RateClass::label)
                                                        .orElse("none")));
    }

    @Test
    void namesEveryOperationOnceAndLeadsNowhereInVain() {
        assertThat(API.operations().values())
                .extracting(each -> each.at("operationId").text())
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(API.root().everything().filter(each -> each.at("$ref").exists()))
                .hasSizeGreaterThan(100)
                .allMatch(each -> API.leadsSomewhere(each.at("$ref").text()));
    }

    @Test
    void listsEveryCodeThatTheCodeStates() {
        assertThat(undescribed(API.codes(), sources())).isEmpty();
    }

    @Test
    void listsNoCodeThatTheCodeDoesNotKnow() {
        assertThat(unknown(API.codes(), sources())).isEmpty();
    }

    @Test
    void noticesACodeTooManyAndACodeTooFew() {
        String planted = "return Problem.of(\n  409, \"planted_code\", \"Planted.\")";

        assertThat(undescribed(API.codes(), planted)).containsExactly("planted_code");
        assertThat(unknown(Set.of("planted_code", "sign_in_required"), sources()))
                .containsExactly("planted_code");
    }
}
