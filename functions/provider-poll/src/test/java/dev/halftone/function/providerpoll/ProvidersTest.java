package dev.halftone.function.providerpoll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.core.SecretText;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.ProviderEntry;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.generation.Blame;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderDirectory;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.lambda.ProfileReader;
import dev.halftone.providers.Orders;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.ScriptedServer;
import dev.halftone.providers.Settings;
import dev.halftone.providers.google.Credentials;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Protects: no adapter is left out when addresses, and what a profile asks for, are checked. */
class ProvidersTest {
    private static final Catalogue CATALOGUE = ProfileReader.read("halftone").catalogue();
    private static final URI DEPLOYED = URI.create("https://halftone.example");
    private static final URI HERE = URI.create("http://localhost:8080");
    private static final List<String> INWARD =
            List.of(
                    "http://api.example.com/v1",
                    "https://10.0.0.1/v1",
                    "https://169.254.169.254/latest",
                    "https://[fd00::1]/v1",
                    "https://metadata.google.internal/v1",
                    "https://user@api.example.com/v1");
    // Their keys are files, which say where tokens are had.
    private static final Set<String> WITH_TOKENS = Set.of("vertex", "vertex-veo");

    private final ScriptedServer server = new ScriptedServer();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<String> names() {
        return Providers.names().stream().sorted();
    }

    // An operator who mistypes an endpoint in the profile learns it from this test.
    @Test
    void orderFromEveryEndpointOfTheProfileThatWeShip() {
        Providers all =
                new Providers(CATALOGUE.providers().values(), entry -> setting(entry, HERE, HERE));

        assertThatCode(() -> new ProviderDirectory(CATALOGUE, all.later(), all.atOnce()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areCalledNowhereInwardAndNeverInTheClear(String name) {
        for (String address : INWARD) {
            assertThatThrownBy(() -> adapter(name, URI.create(address), DEPLOYED))
                    .as(address)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
    }

    // Whoever listens on a port of a deployed function would be told keys and prompts.
    @ParameterizedTest
    @MethodSource("names")
    void tellAStandInNothingOutsideDevelopment(String name) {
        assertThat(blame(name, adapter(name, server.base(), DEPLOYED))).isEqualTo(Blame.KEY);
        assertThat(server.calls()).isEmpty();

        blame(name, adapter(name, server.base(), HERE));
        assertThat(server.calls()).isNotEmpty();
    }

    /** Whom an order was refused for, if it was. */
    private @Nullable Blame blame(String name, Object adapter) {
        return switch (adapter) {
            case Provider later
                    when later.submission().submit(order(name))
                            instanceof Provider.SubmissionOutcome.Refused refused ->
                    refused.blame();
            case DirectProvider atOnce
                    when atOnce.call().make(order(name), folder.resolve("result"), 1)
                            instanceof DirectProvider.Outcome.Refused refused ->
                    refused.blame();
            default -> null;
        };
    }

    private Object adapter(String name, URI base, URI publicUrl) {
        Providers one =
                new Providers(List.of(entry(name)), entry -> setting(entry, base, publicUrl));
        Provider later = one.later().get(name);
        return later == null ? Objects.requireNonNull(one.atOnce().get(name)) : later;
    }

    private ProviderSetting setting(ProviderEntry entry, URI base, URI publicUrl) {
        SecretText key =
                WITH_TOKENS.contains(entry.name())
                        ? Credentials.serviceAccount(server.base().resolve("/token"))
                        : new SecretText("a-key");
        return Settings.of(base, () -> key, () -> publicUrl, new MutableClock(Samples.NOW));
    }

    private static ProviderEntry entry(String name) {
        return Objects.requireNonNull(CATALOGUE.providers().get(name));
    }

    /** As the profile that we ship orders there. */
    private static ProviderOrder order(String name) {
        Model model =
                CATALOGUE.models().stream()
                        .filter(each -> each.route(name).isPresent())
                        .findFirst()
                        .orElseThrow();
        String endpoint = model.route(name).orElseThrow().endpoint();
        MediaKind kind = model.offer().kind();
        return switch (kind) {
            case IMAGE -> Orders.picture(name, endpoint, "1:1", Resolution.TWO_K);
            case VIDEO -> Orders.film(name, endpoint, "16:9", Resolution.P720);
            case TEXT -> Orders.text(name, endpoint);
        };
    }
}
