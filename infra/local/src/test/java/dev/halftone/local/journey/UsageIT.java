package dev.halftone.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Protects: the operator's command finds what a provider billed and we do not know, and only it.
 */
class UsageIT {

    private static final Path COMMAND = Template.repository().resolve("infra/operate/usage.sh");
    private static final int COMMAND_SECONDS_MAX = 60;
    // Of generations that other journeys made this month.
    private static final String NOT_BILLED = "ours but not billed,";

    @TempDir private Path folder;

    @Test
    void listsExactlyTheForeignRowBesideADeliveredPicture() throws Exception {
        RunningStudio studio = RunningStudio.halftone();
        JsonNode generation = Visitor.welcomed(studio).generate("An abacus", "1:1", "1K");
        String id = generation.get("id").asString();
        String request = studio.orders(id).getFirst().id();
        Path usage = usage("request_id,cost\n" + request + ",0.15\n" + "=foreign,0.30\n");
        Map<String, String> here = Map.of("HALFTONE_DYNAMODB", studio.tables().toString());

        Run run = run(here, "fal", month(generation), usage.toString());

        assertThat(run.exit()).as(run.words()).isEqualTo(1);
        assertThat(run.lines().filter(line -> !line.startsWith(NOT_BILLED)))
                .containsExactly(
                        "difference,request,generation,ourMicroDollars,theirMicroDollars",
                        "billed but unknown to us,'=foreign,,,300000");
        assertThat(run.printed()).doesNotContain(id, request);
        assertThat(run.words()).contains("Billed: 2 rows, 450000 micro-dollars.");
    }

    /** Method: an aws command of the test's own, which has two pages and notes what it is asked. */
    @Test
    void readsEveryPageOfADeployment() throws Exception {
        Path asked = folder.resolve("asked");
        answerAsAws(asked);
        Map<String, String> path = Map.of("PATH", folder + ":" + System.getenv("PATH"));
        Path usage = usage("job,usd\nreq-1,0.15\nreq-2,0.15\n");

        Run run =
                run(
                        path,
                        "fal",
                        "2026-10",
                        usage.toString(),
                        "--stage",
                        "prod",
                        "--id-column",
                        "job",
                        "--cost-column",
                        "usd");

        assertThat(run.exit()).as(run.words() + run.printed()).isZero();
        assertThat(run.words()).contains("Ours: 2 generations, 300000 micro-dollars.");
        assertThat(Files.readString(asked))
                .contains("--stack-name halftone-prod", "--stack-name arn:of:data")
                .contains("\"TableName\":\"Data-StudioTable-1\"", "{\"S\":\"2026-10-\"}")
                .contains("\"ExclusiveStartKey\":{\"pk\":{\"S\":\"USER#1\"},\"sk\":{\"S\":\"A\"}}");
    }

    @ParameterizedTest
    @CsvSource({"fal,2026-13", "fal,2026-1", "'fal\"',2026-10", "$(id),2026-10", "'',2026-10"})
    void refusesWhatIsNoProviderAndNoMonth(String provider, String month) throws Exception {
        assertThat(run(Map.of(), provider, month, usage("").toString()).exit()).isEqualTo(2);
    }

    /** A record that cannot be read is not an empty one. */
    @Test
    void refusesToCompareWithoutARecord() throws Exception {
        Map<String, String> nowhere = Map.of("HALFTONE_DYNAMODB", "http://127.0.0.1:9");

        Run run = run(nowhere, "fal", "2026-10", usage("request_id,cost\n").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.words()).contains("The Studio table cannot be read.");
    }

    private void answerAsAws(Path asked) throws IOException {
        Path aws = folder.resolve("aws");
        Files.writeString(
                aws,
                """
                #!/bin/sh
                echo "$@" >> "%s"
                item() {
                  echo "{ \\"Items\\": [ { \\"pk\\": { \\"S\\": \\"GENERATION#gen_$1\\" },"
                  echo "\\"state\\": { \\"S\\": \\"succeeded\\" }, \\"assignedCost\\": { \\"N\\": \\"150000\\" },"
                  echo "\\"stateDetail\\": { \\"M\\": { \\"request\\": { \\"M\\": { \\"id\\": { \\"S\\": \\"req-$1\\" } } } } } } ] $2 }"
                }
                case "$*" in
                  *describe-stack-resource*) echo arn:of:data ;;
                  *describe-stacks*) echo Data-StudioTable-1 ;;
                  *ExclusiveStartKey*) item 2 ;;
                  *) item 1 ', "LastEvaluatedKey": { "pk": { "S": "USER#1" },
                     "sk": { "S": "A" } }' ;;
                esac
                """
                        .formatted(asked));
        assertThat(aws.toFile().setExecutable(true)).isTrue();
    }

    private static String month(JsonNode generation) {
        return generation.get("createdAt").asString().substring(0, "2026-11".length());
    }

    private Path usage(String csv) throws IOException {
        return Files.writeString(folder.resolve("usage.csv"), csv);
    }

    /** How the command ended, what it printed for a file, and what it said beside it. */
    private record Run(int exit, String printed, String words) {
        Stream<String> lines() {
            return printed.lines();
        }
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        Path words = folder.resolve("words");
        ProcessBuilder command =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of("bash", COMMAND.toString()),
                                                List.of(arguments).stream())
                                        .toList())
                        .redirectError(words.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().putAll(environment);
        Process process = command.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), printed, Files.readString(words));
    }
}
