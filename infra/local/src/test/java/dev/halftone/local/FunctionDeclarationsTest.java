package dev.halftone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.halftone.template.Stack;
import dev.halftone.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionDeclarationsTest {
    private static final URI QUEUES = URI.create("http://127.0.0.1:8092");

    private static final String EVERYTHING =
            """
            Globals:
              Function:
                MemorySize: 256
                Environment: { Variables: { SHARED: !Ref Stage } }
            Resources:
              Things: { Type: 'AWS::DynamoDB::Table', Properties: {} }
              Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: work } }
              OneFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  Timeout: 7
                  Environment: { Variables: { QUEUE_URL: !Ref Work } }
                  Events:
                    Get:
                      Type: HttpApi
                      Properties: { Method: GET, Path: "/v1/{id}" }
                    Work:
                      Type: SQS
                      Properties:
                        Queue: !GetAtt Work.Arn
                        BatchSize: 5
                        FunctionResponseTypes: [ReportBatchItemFailures]
                        ScalingConfig: { MaximumConcurrency: 3 }
                    Tick:
                      Type: ScheduleV2
                      Properties: { ScheduleExpression: rate(2 minutes) }
                    Changes:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Things.StreamArn
                        StartingPosition: TRIM_HORIZON
                        MaximumRetryAttempts: 2
            """;

    @TempDir private Path folder;

    @Test
    void readsAFunctionWithAllThatTriggersIt() throws IOException {
        List<FunctionDeclaration> functions = read(EVERYTHING);

        assertThat(functions)
                .containsExactly(
                        new FunctionDeclaration(
                                "OneFunction",
                                "a.B",
                                Duration.ofSeconds(7),
                                256,
                                Map.of(
                                        "SHARED",
                                        "local",
                                        "QUEUE_URL",
                                        QUEUES + "/000000000000/work"),
                                List.of(
                                        new Trigger.Http("GET", "/v1/{id}"),
                                        new Trigger.Queue(
                                                "arn:aws:sqs:us-east-1:000000000000:work",
                                                5,
                                                true,
                                                3),
                                        new Trigger.Rate(
                                                "OneFunctionTick", Duration.ofMinutes(2), null),
                                        new Trigger.Stream(
                                                "arn:aws:dynamodb:us-east-1:000000000000:table/"
                                                        + "halftone-Things/stream/latest",
                                                100,
                                                false,
                                                3,
                                                EventPattern.of(null, "")))));
    }

    @Test
    void namesTheIntrinsicTheFunctionAndTheVariableItCannotEvaluate() {
        assertThatThrownBy(
                        () -> read(function("Environment: { Variables: { X: !Select [0, [a]] } }")))
                .hasMessage("Unknown intrinsic Fn::Select in the variable X of OneFunction");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ Type: S3, Properties: {} } | Unknown trigger S3 in the event E of OneFunction",
                "{ Type: ScheduleV2, Properties: { ScheduleExpression: \"cron(0 1 * * ? *)\" } }"
                        + " | Unknown schedule cron(0 1 * * ? *) in the event E of OneFunction",
                "{ Type: DynamoDB, Properties: { Stream: a/b/c, FilterCriteria: { Filters:"
                        + " [{ Pattern: '{\"a\":[{\"numeric\":1}]}' }] } } }"
                        + " | Unknown filter [{\"numeric\":1}] in the event E of OneFunction",
                "{ Type: HttpApi, Properties: { Method: GET } }"
                        + " | No Path in the event E of OneFunction"
            })
    void namesTheEventItCannotStandFor(String event, String message) {
        assertThatThrownBy(() -> read(function("Events: { E: " + event + " }")))
                .hasMessage(message);
    }

    @Test
    void readsTheDeployedTemplate() throws IOException {
        LocalConfig config = LocalConfig.onFreePorts(folder, Duration.ZERO, Functions.silent());

        List<FunctionDeclaration> functions =
                FunctionDeclarations.read(
                        LocalStack.of(config, URI.create("http://127.0.0.1:8090")));

        assertThat(functions)
                .extracting(FunctionDeclaration::logicalId)
                .contains("SignInFunction", "ProviderPollFunction", "SiteFunction");
        assertThat(functions)
                .flatExtracting(FunctionDeclaration::triggers)
                .contains(
                        new Trigger.Http("GET", "/v1/models"),
                        new Trigger.Queue(
                                "arn:aws:sqs:us-east-1:000000000000:halftone-local-provider",
                                5,
                                true,
                                10));
        assertThat(functions)
                .filteredOn(function -> function.logicalId().equals("SiteFunction"))
                .singleElement()
                .satisfies(
                        site ->
                                assertThat(site.variables())
                                        .containsEntry(
                                                "STORAGE_ORIGIN",
                                                "http://127.0.0.1:" + config.ports().s3()));
    }

    private static String function(String properties) {
        return """
        Resources:
          OneFunction:
            Type: AWS::Serverless::Function
            Properties:
              Handler: a.B
              %s
        """
                .formatted(properties);
    }

    private List<FunctionDeclaration> read(String resources) throws IOException {
        Path file = folder.resolve("template.yaml");
        Files.writeString(file, "Parameters: { Stage: { Type: String } }\n" + resources);
        return FunctionDeclarations.read(
                new Stack(Template.read(file), Map.of("Stage", "local"), QUEUES));
    }
}
