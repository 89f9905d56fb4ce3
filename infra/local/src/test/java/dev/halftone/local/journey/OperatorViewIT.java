package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.local.journey.FunctionLog.Told;
import dev.halftone.local.journey.Visitor.Answer;
import dev.halftone.template.Template;
import dev.halftone.testing.ProviderInsides;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Protects: the person sees our id and our words, the operator's command shows the provider's id
 * beside ours, of one and the same generation.
 */
class OperatorViewIT {

    private static final Path COMMAND =
            Template.repository().resolve("infra/operate/generation.sh");
    private static final Told END = new Told("outcome", "ended");
    private static final String ENDED = "Generation (delivered|failed)";
    private static final int COMMAND_SECONDS_MAX = 60;

    private static FunctionLog log;

    @TempDir private Path folder;
    private final Visitor visitor = Visitor.welcomed();

    @BeforeAll
    static void listen() {
        log = new FunctionLog();
    }

    @AfterAll
    static void stopListening() {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[moderation]", "[fail]", "[truncated]"})
    void showsTheProvidersIdToTheOperatorAlone(String magic) throws Exception {
        Answer submitted = visitor.submit("A glass house " + magic, "1:1", "1K", key());
        String id = submitted.body().get("id").asString();
        visitor.untilEnded(id);
        log.about(id, List.of(END));

        String view = view(id);

        String providersId = valueOf("providerRequest", lineOf(ENDED, view));
        assertThat(atTheProvider(providersId)).isEqualTo(200);
        assertThat(view)
                .contains("generation=" + id, "trace=" + submitted.header("x-trace-id"))
                .contains("provider=fal", "cause=due");
        // A delivered picture earns 160000 less 150000 and 2500; a failed one earns nothing.
        assertThat(Long.parseLong(valueOf("marginMicroDollars", lineOf(ENDED, view))))
                .isIn(7_500L, -2_500L, -152_500L);
        assertThat(shownToThePerson(submitted, id)).noneMatch(text -> text.contains("icroDollars"));
        ProviderInsides insides =
                ProviderInsides.of(
                        List.of(providersId, falKey(), RunningStudio.get().sandbox().toString()));
        assertThat(insides.in(view)).isNotEmpty();
        assertThat(shownToThePerson(submitted, id))
                .allSatisfy(text -> assertThat(insides.in(text)).isEmpty());
        assertThat(headersShownToThePerson(id))
                .doesNotContain(providersId, falKey(), RunningStudio.get().sandbox().toString());
    }

    @Test
    void showsTheOperatorWhoDeclinedAndWhoMadeIt() throws Exception {
        Answer submitted = visitor.submit("A glass tower [5xx]", "1:1", "1K", key());
        String id = submitted.body().get("id").asString();
        visitor.untilEnded(id);
        log.about(id, List.of(END));

        assertThat(lineOf("Generation given to another provider", view(id)))
                .contains("fal answered 503", "provider=gemini");
    }

    /** What a person quotes leads to the same lines, and to what the provider called back about. */
    @Test
    void findsTheGenerationByItsTraceToo() throws Exception {
        Answer submitted = visitor.submit("A key under the mat", "1:1", "1K", key());
        String id = submitted.body().get("id").asString();
        visitor.untilEnded(id);
        log.about(id, List.of(new Told("message", "Callback accepted"), END));

        assertThat(view(submitted.header("x-trace-id")))
                .contains("generation=" + id, "Generation accepted", "Callback accepted")
                .contains("Generation delivered", "Request answered");
    }

    /** A second click and a wish to stop are actions of their own, about the same generation. */
    @Test
    void findsTheGenerationByTheTraceOfARepeatedClickAndOfACancellation() throws Exception {
        String key = key();
        Answer submitted = visitor.submit("A clock [never]", "1:1", "1K", key);
        String id = submitted.body().get("id").asString();
        Answer repeated = visitor.submit("A clock [never]", "1:1", "1K", key);
        Answer cancelled = visitor.post("/v1/generations/" + id + "/cancel", Map.of());

        assertThat(submitted.header("x-trace-id"))
                .isNotEqualTo(repeated.header("x-trace-id"))
                .isNotEqualTo(cancelled.header("x-trace-id"));
        for (Answer answer : List.of(repeated, cancelled)) {
            assertThat(view(answer.header("x-trace-id")))
                    .contains("Generation accepted", "Generation asked for again")
                    .contains("generation=" + id, "trace=" + submitted.header("x-trace-id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_1", "' or 1=1 --", "gen_*", "$(id)"})
    void refusesWhatIsNoId(String id) throws Exception {
        assertThat(run(Map.of(), id).exit()).isEqualTo(2);
    }

    @Test
    void saysThatNothingIsKnown() throws Exception {
        Run run = run(Map.of("HALFTONE_LOG", printedLog().toString()), "gen_" + "0".repeat(32));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.output()).contains("Nothing is logged about gen_000");
    }

    /** Method: an aws command of the test's own, which notes what it is asked. */
    @Test
    void asksADeploymentForTheSameLines() throws Exception {
        String id = "gen_" + "ab".repeat(16);
        Path asked = folder.resolve("asked");
        Path aws = folder.resolve("aws");
        String row = "2026-11-21T10:00:00.001Z\tF\tGeneration delivered\tdue\tsucceeded\t" + id;
        Files.writeString(
                aws,
                """
                #!/bin/sh
                echo "$@" >> "%s"
                case "$*" in
                  *start-query*) echo query-1 ;;
                  *"--query status"*) echo Complete ;;
                  *) printf '%%s\\n' '%s\t%s\tfal\tprovider-1\tinvocation-1\t150000\t2500\t160000\t7500\tNone' ;;
                esac
                """
                        .formatted(asked, row, "7ace".repeat(8)));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        Map<String, String> path = Map.of("PATH", folder + ":" + System.getenv("PATH"));

        Run run = run(path, id, "--stage", "prod", "--days", "7");

        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.output())
                .startsWith("2026-11-21T10:00:00.001Z Generation delivered | generation=" + id)
                .contains("providerRequest=provider-1", "trace=" + "7ace".repeat(8))
                .contains("providerMicroDollars=150000", "marginMicroDollars=7500");
        String query = Files.readString(asked);
        assertThat(query).contains("filter generation = '" + id + "'", "--query-id query-1");
        assertThat(logGroups(query)).isNotEmpty().isSubsetOf(logGroupsOfTheTemplate("prod"));
    }

    /** What the command shows once the end has been told of. */
    private String view(String id) throws Exception {
        Run run = run(Map.of("HALFTONE_LOG", printedLog().toString()), id);
        assertThat(run.exit()).as(run.output()).isZero();
        return run.output();
    }

    private Path printedLog() throws IOException {
        return Files.write(folder.resolve("functions.log"), log.lines());
    }

    private Stream<String> shownToThePerson(Answer submitted, String id) {
        String generation = "/v1/generations/" + id;
        return Stream.concat(
                        Stream.of(submitted),
                        Stream.of(
                                visitor.get(generation),
                                visitor.get("/v1/generations"),
                                visitor.get("/v1/account/statement"),
                                visitor.get(generation + "/media/7"),
                                visitor.get("/v1/generations/gen_1"),
                                visitor.post(generation + "/cancel", Map.of())))
                .map(answer -> answer.body().toString());
    }

    private String headersShownToThePerson(String id) {
        Answer media = visitor.get("/v1/generations/" + id + "/media/0?download=1");
        return media.headers().map().toString();
    }

    private static String lineOf(String event, String view) {
        return view.lines()
                .filter(line -> line.matches(".* " + event + " .*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + event + " in " + view));
    }

    private static String valueOf(String name, String line) {
        return line.split(" " + name + "=", 2)[1].split(" ", 2)[0];
    }

    private static int atTheProvider(String request) throws Exception {
        URI status =
                URI.create(
                        RunningStudio.get().sandbox()
                                + "/fal/fal-ai/nano-banana-pro/requests/"
                                + request
                                + "/status");
        return send(HttpRequest.newBuilder(status).header("Authorization", "Key " + falKey()))
                .statusCode();
    }

    private static String falKey() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RunningStudio.get().sandbox().resolve("/ssm"))
                        .header("X-Amz-Target", "AmazonSSM.GetParameter")
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"Name\":\"/halftone/local/providers/fal\"}"));
        JsonNode parameter = JsonMapper.shared().readTree(send(request).body()).get("Parameter");
        return parameter.get("Value").asString();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static List<String> logGroups(String query) {
        return Stream.of(query.split("\\s+")).filter(word -> word.startsWith("/")).toList();
    }

    private static List<String> logGroupsOfTheTemplate(String stage) throws IOException {
        return Files.readString(Template.repository().resolve("template.yaml"))
                .lines()
                .filter(line -> line.strip().startsWith("LogGroupName: !Sub "))
                .map(line -> line.strip().replace("LogGroupName: !Sub ", ""))
                .map(name -> name.replace("${Stage}", stage))
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** How the command ended and everything that it said. */
    private record Run(int exit, String output) {}

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder command =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of("bash", COMMAND.toString()),
                                                Stream.of(arguments))
                                        .toList())
                        .redirectErrorStream(true);
        command.environment().putAll(environment);
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
