package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.template.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Protects: a real key reaches the real provider and no file; a mistyped choice stops the start.
 */
class LocalChoicesTest {
    private static final URI SANDBOX = URI.create("http://127.0.0.1:8090");

    @TempDir private Path folder;

    @Test
    void choosesTheSandboxAndProductionCookiesUnlessToldOtherwise() throws IOException {
        assertThat(LocalChoices.from(Map.of())).isEqualTo(LocalChoices.STANDARD);
        assertThat(variables(Map.of(), "ProviderPollFunction"))
                .hasEntrySatisfying(
                        "PROVIDER_STAND_INS",
                        standIns -> assertThat(standIns).contains("fal=http://127.0.0.1:8090/fal"));
        assertThat(variables(Map.of(), "StudioFunction")).containsEntry("COOKIE_PREFIX", "__Host-");
    }

    @Test
    void callsTheRealProviderWithAKeyThatIsNeverWritten() throws IOException {
        Map<String, String> environment = Map.of("FAL_KEY", "real-key-of-a-person");
        LocalConfig config = config(environment);
        Path file = folder.resolve("secrets.properties");

        Map<String, String> parameters =
                LocalParameters.of(
                        declared(config),
                        URI.create("http://localhost:8080"),
                        URI.create("http://127.0.0.1:8090"),
                        config.choices(),
                        file);

        assertThat(variables(environment, "ProviderPollFunction"))
                .hasEntrySatisfying(
                        "PROVIDER_STAND_INS",
                        standIns -> assertThat(standIns).contains("gmi=").doesNotContain("fal="));
        assertThat(parameters).containsValue("real-key-of-a-person");
        assertThat(Files.readString(file)).doesNotContain("real-key-of-a-person");
        assertThat(config.toString()).doesNotContain("real-key-of-a-person");
    }

    @Test
    void runsAnotherOperatorsServiceIfAsked() throws IOException {
        assertThat(variables(Map.of(), "StudioFunction")).containsEntry("PROFILE", "halftone");
        assertThat(variables(Map.of("LOCAL_PROFILE", "generous"), "StudioFunction"))
                .containsEntry("PROFILE", "generous");
    }

    @Test
    void dropsTheCookiePrefixForBrowsersThatRefuseIt() throws IOException {
        assertThat(variables(Map.of("LOCAL_COOKIES", "plain"), "SignInFunction"))
                .containsEntry("COOKIE_PREFIX", "");
        assertThatThrownBy(() -> LocalChoices.from(Map.of("LOCAL_COOKIES", "plian")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LOCAL_COOKIES")
                .hasMessageContaining("plain");
    }

    private static Map<String, String> variables(Map<String, String> environment, String function)
            throws IOException {
        return declared(config(environment)).stream()
                .filter(declaration -> declaration.logicalId().equals(function))
                .findFirst()
                .orElseThrow()
                .variables();
    }

    private static List<FunctionDeclaration> declared(LocalConfig config) throws IOException {
        Stack stack = LocalStack.of(config, SANDBOX);
        return FunctionDeclarations.read(stack);
    }

    private static LocalConfig config(Map<String, String> environment) {
        PrintStream silent = Functions.silent();
        return LocalConfig.of(environment, false, silent, silent);
    }
}
