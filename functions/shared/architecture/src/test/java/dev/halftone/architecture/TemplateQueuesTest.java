package dev.halftone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halftone.core.SecretText;
import dev.halftone.core.generation.CallProvider;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.providers.ProviderSetting;
import dev.halftone.providers.google.GeminiProvider;
import dev.halftone.providers.google.VertexProvider;
import dev.halftone.providers.llm.LlmProvider;
import dev.halftone.providers.openai.OpenAiProvider;
import dev.halftone.testing.Samples;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

// Protects messages: one bad message never fails or loses its neighbours, and a hopeless one waits
// for an operator.
final class TemplateQueuesTest {
    private static final Template MESSAGING = Template.messaging();
    private static final Map<String, TemplateValue> QUEUES = MESSAGING.resources("AWS::SQS::Queue");
    private static final int DEAD_LETTER_RETENTION_SECONDS = 14 * 24 * 60 * 60;

    private static final Set<String> SENDS_ITSELF_NOTHING = Set.of("media-intake", "url-fetch");

    private record Source(FunctionBlock function, TemplateValue event) {
        TemplateValue queue() {
            String output = event.at("Queue").text().replace("Messaging.Outputs.", "");
            String queue = MESSAGING.root().at("Outputs", output, "Value").text();
            return QUEUES.getOrDefault(queue.replace(".Arn", ""), new TemplateValue(null));
        }
    }

    private static List<Source> sources() {
        return Template.functions().functionBlocks().stream()
                .flatMap(
                        function ->
                                function.events("SQS").stream()
                                        .map(event -> new Source(function, event)))
                .toList();
    }

    @Test
    void everySourceReportsBatchItemFailuresAndIsBounded() {
        assertThat(sources())
                .hasSize(6)
                .allSatisfy(
                        source -> {
                            assertThat(source.event().at("FunctionResponseTypes").texts())
                                    .containsExactly("ReportBatchItemFailures");
                            assertThat(
                                            source.event()
                                                    .at("ScalingConfig", "MaximumConcurrency")
                                                    .number())
                                    .isBetween(2, 100);
                        });
    }

    @Test
    void everySourceHasADeadLetterQueueThatTakesOnlyItsMessages() {
        assertThat(sources())
                .allSatisfy(
                        source -> {
                            TemplateValue queue = source.queue().at("Properties");
                            assertThat(queue.at("RedrivePolicy", "maxReceiveCount").number())
                                    .isEqualTo(5);
                            String dead =
                                    queue.at("RedrivePolicy", "deadLetterTargetArn")
                                            .text()
                                            .replace(".Arn", "");
                            TemplateValue deadQueue = MESSAGING.resource(dead).at("Properties");
                            assertThat(deadQueue.at("MessageRetentionPeriod").number())
                                    .isEqualTo(DEAD_LETTER_RETENTION_SECONDS);
                            assertThat(
                                            deadQueue
                                                    .at("RedriveAllowPolicy", "sourceQueueArns")
                                                    .texts())
                                    .singleElement()
                                    .asString()
                                    .endsWith(":" + queue.at("QueueName").text());
                        });
    }

    @Test
    void aMessageStaysHiddenSixTimesAsLongAsItsFunctionMayRun() {
        assertThat(sources())
                .allSatisfy(
                        source ->
                                assertThat(
                                                source.queue()
                                                        .at("Properties", "VisibilityTimeout")
                                                        .number())
                                        .isGreaterThanOrEqualTo(
                                                6 * source.function().timeoutSeconds()));
    }

    // A result that came is stored before its function ends; else it would be paid for nothing.
    @Test
    void theLongestCallOfAProviderAndStoringItsResultEndBeforeTheFunction() {
        URI base = URI.create("https://example.org");
        ProviderSetting setting =
                new ProviderSetting(
                        base,
                        null,
                        null,
                        () -> new SecretText("key"),
                        new ProviderSetting.Us(
                                () -> base,
                                Samples::signingKey,
                                (_, _) -> {
                                    throw new IllegalStateException("nobody federates here");
                                }),
                        Clock.systemUTC());
        List<DirectProvider> providers =
                List.of(
                        OpenAiProvider.of(setting),
                        GeminiProvider.of(setting),
                        LlmProvider.of(setting),
                        VertexProvider.of(setting));

        assertThat(providers)
                .allSatisfy(
                        provider ->
                                assertThat(provider.callTimeout().plus(CallProvider.LEASE_MARGIN))
                                        .isLessThanOrEqualTo(
                                                Duration.ofSeconds(directTimeoutSeconds())));
    }

    private static long directTimeoutSeconds() {
        return sources().stream()
                .filter(
                        source ->
                                source.queue()
                                        .at("Properties", "QueueName")
                                        .text()
                                        .endsWith("-direct"))
                .mapToLong(source -> source.function().timeoutSeconds())
                .min()
                .orElseThrow();
    }

    @Test
    void tenLongCallsWaitInOneExecutionAndAHundredInAll() {
        assertThat(sources())
                .filteredOn(
                        source ->
                                source.queue()
                                        .at("Properties", "QueueName")
                                        .text()
                                        .endsWith("-direct"))
                .singleElement()
                .satisfies(
                        source -> {
                            assertThat(source.event().at("BatchSize").number()).isEqualTo(10);
                            assertThat(
                                            source.event()
                                                    .at("ScalingConfig", "MaximumConcurrency")
                                                    .number())
                                    .isEqualTo(10);
                        });
    }

    // A hundred calls of a minute delay nobody's order at another provider: what waits for short
    // answers and what waits for copies is taken by executions of its own, however many call.
    @Test
    void longCallsHaveAQueueAndExecutionsOfTheirOwn() {
        assertThat(sources())
                .extracting(source -> source.queue().at("Properties", "QueueName").text())
                .doesNotHaveDuplicates()
                .anyMatch(name -> name.endsWith("-direct"))
                .anyMatch(name -> name.endsWith("-provider"))
                .anyMatch(name -> name.endsWith("-delivery"));
        // A number reserved for the function would be one that all three had to share.
        assertThat(sources())
                .noneMatch(
                        source ->
                                source.function()
                                        .properties()
                                        .at("ReservedConcurrentExecutions")
                                        .exists());
    }

    @Test
    void everyQueueIsEncryptedAndRefusesPlainHttp() {
        assertThat(QUEUES)
                .allSatisfy(
                        (logicalId, queue) -> {
                            assertThat(queue.at("Properties", "SqsManagedSseEnabled").isTrue())
                                    .isTrue();
                            TemplateValue policy =
                                    MESSAGING.resource(logicalId + "Policy").at("Properties");
                            assertThat(policy.at("Queues").texts()).containsExactly(logicalId);
                            assertThat(policy.at("PolicyDocument", "Statement").items())
                                    .anyMatch(Statements::refusesPlainHttp);
                        });
    }

    @Test
    void aFunctionThatSendsToItsOwnQueueIsAllowedToLoop() {
        // Lambda would otherwise stop a polling chain after some sixteen turns.
        assertThat(sources())
                .filteredOn(source -> !SENDS_ITSELF_NOTHING.contains(source.function().module()))
                .isNotEmpty()
                .extracting(source -> source.function().properties().at("RecursiveLoop").text())
                .containsOnly("Allow");
        // Whoever sends itself nothing keeps Lambda's own brake.
        assertThat(sources())
                .filteredOn(source -> SENDS_ITSELF_NOTHING.contains(source.function().module()))
                .isNotEmpty()
                .noneMatch(source -> source.function().properties().at("RecursiveLoop").exists());
    }
}
