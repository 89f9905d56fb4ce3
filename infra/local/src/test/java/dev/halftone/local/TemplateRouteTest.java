package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template is the only list of routes: a copy with another path answers under that path. */
class TemplateRouteTest {
    @TempDir private Path folder;

    @Test
    void aRouteChangedInTheTemplateIsChangedHere() throws IOException, InterruptedException {
        Path template = copyOfTheTemplate("/v1/models", "/v1/catalogue");
        LocalPorts ports = LocalPorts.anyFree();
        LocalConfig config =
                new LocalConfig(
                        template,
                        folder,
                        false,
                        ports,
                        Duration.ZERO,
                        Clock.systemUTC(),
                        LocalChoices.STANDARD,
                        Functions.silent(),
                        Functions.silent());

        try (Gateway gateway = Gateway.bind(ports.gateway())) {
            gateway.open(new Routes(routes(config)));

            assertThat(status(gateway, "/v1/catalogue")).isEqualTo(200);
            assertThat(status(gateway, "/v1/generations")).isEqualTo(200);
            assertThat(status(gateway, "/v1/models")).isEqualTo(404);
        }
    }

    private Path copyOfTheTemplate(String path, String otherPath) throws IOException {
        Path repository = Template.repository();
        Files.createDirectory(folder.resolve("infra"));
        for (String file : List.of("infra/data.yaml", "infra/messaging.yaml")) {
            Files.copy(repository.resolve(file), folder.resolve(file));
        }
        String text = Files.readString(repository.resolve("template.yaml"));
        assertThat(text).contains("Path: " + path + " ");
        // The page answers any path, and would hide that a route is gone.
        String changed =
                text.replace("Path: " + path + " ", "Path: " + otherPath + " ")
                        .replace("\"/{file+}\"", "/page");
        return Files.writeString(folder.resolve("template.yaml"), changed);
    }

    private static List<Route> routes(LocalConfig config) {
        URI sandbox = URI.create("http://127.0.0.1:8090");
        return FunctionDeclarations.read(LocalStack.of(config, sandbox)).stream()
                .flatMap(function -> function.triggers().stream())
                .filter(Trigger.Http.class::isInstance)
                .map(Trigger.Http.class::cast)
                .map(
                        http ->
                                new Route(
                                        http.method(),
                                        http.path(),
                                        Functions.answering("{\"statusCode\":200}")))
                .toList();
    }

    private static int status(Gateway gateway, String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(gateway.address().resolve(path)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
