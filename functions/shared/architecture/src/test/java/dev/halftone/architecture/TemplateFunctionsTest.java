package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// Protects the way from a route to its code: no function without module, class and envelopes, and
// no module that is never deployed.
final class TemplateFunctionsTest {

    static List<FunctionBlock> functions() {
        return Template.functions().functionBlocks();
    }

    @Test
    void everyFunctionModuleIsDeployedOnce() {
        List<String> modules =
                Repository.modules().stream()
                        .filter(module -> !module.startsWith("functions/shared/"))
                        .map(module -> module.replace("functions/", ""))
                        .toList();
        assertThat(functions())
                .extracting(FunctionBlock::module)
                .containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void functionsStandInAlphabeticalOrder() {
        assertThat(functions()).extracting(FunctionBlock::logicalId).isSorted();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void handlerIsAClassOfItsOwnModule(FunctionBlock function) throws ClassNotFoundException {
        assertThat(Repository.file(function.handlerSource())).exists();
        ClassLoader loader = getClass().getClassLoader();
        assertThat(Class.forName(function.handler(), false, loader)).isPublic();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void namesFollowFromTheModule(FunctionBlock function) {
        String packageName = function.module().replace("-", "");
        String name = function.logicalId().replaceAll("Function$", "");
        assertThat(function.handler())
                .isEqualTo("dev.halftone.function.%s.%sHandler".formatted(packageName, name));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void blockKeepsItsOrder(FunctionBlock function) {
        List<String> order =
                List.of(
                        "Handler",
                        "CodeUri",
                        "AutoPublishAliasAllProperties",
                        "MemorySize",
                        "Timeout",
                        "RecursiveLoop",
                        "Environment",
                        "Role",
                        "Events",
                        "EventInvokeConfig",
                        "LoggingConfig");
        Set<String> written = function.properties().entries().keySet();
        assertThat(List.copyOf(written))
                .isEqualTo(order.stream().filter(written::contains).toList());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void envelopesExist(FunctionBlock function) {
        assertThat(Repository.file("events/" + function.module()))
                .isDirectoryContaining("glob:**.json");
    }

    @Test
    void everyEnvelopeBelongsToAFunction() {
        Path events = Repository.file("events");
        Set<String> modules =
                functions().stream().map(FunctionBlock::module).collect(Collectors.toSet());
        assertThat(Repository.filesEndingWith(".json", events))
                .isNotEmpty()
                .allMatch(file -> modules.contains(events.relativize(file).getName(0).toString()));
    }

    @Test
    void everyFunctionRunsFromASnapshotOfTheSameRuntime() {
        TemplateValue globals = Template.functions().root().at("Globals", "Function");
        assertThat(globals.at("Runtime").text()).isEqualTo("java25");
        assertThat(globals.at("Architectures").texts()).containsExactly("arm64");
        assertThat(globals.at("SnapStart", "ApplyOn").text()).isEqualTo("PublishedVersions");
        assertThat(globals.at("AutoPublishAlias").text()).isEqualTo("live");
        assertThat(functions())
                .allMatch(
                        function ->
                                function.properties().at("AutoPublishAliasAllProperties").isTrue());
    }
}
