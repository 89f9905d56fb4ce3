package dev.halftone.function.providerpoll;

import dev.halftone.core.generation.AdvanceGeneration;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.DeliverResult;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.PollProvider;
import dev.halftone.core.generation.ProviderDirectory;
import dev.halftone.core.generation.StepOutcome;
import dev.halftone.core.generation.SubmitToProvider;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.Invocation;
import dev.halftone.lambda.LogFields;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.QueueMessage;
import java.time.Clock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Takes the generation of a message one step further, and says in the log what came of it. */
final class ProviderPollFunction implements QueueFunction.MessageHandler {
    /** Counts submissions for which the provider may have to be paid twice. */
    static final String PROVIDER_COST_LEAK = "provider_cost_leak";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderPollFunction.class);

    private final AdvanceGeneration advancing;
    private final Clock clock;
    private final Consumer<String> metrics;

    ProviderPollFunction(ProviderPollPorts ports) {
        ProviderDirectory directory =
                new ProviderDirectory(ports.profile().catalogue(), ports.providers());
        EndGeneration ending = new EndGeneration(ports.generations(), ports.settlements());
        this.clock = ports.clock();
        this.metrics = ports.metrics();
        this.advancing =
                new AdvanceGeneration(
                        ports.generations(),
                        new SubmitToProvider(ports.generations(), directory, ending, ports.queue()),
                        new PollProvider(ports.generations(), directory, ending, ports.queue()),
                        new DeliverResult(
                                ports.generations(),
                                ports.download(),
                                ports.media(),
                                ending,
                                ports.queue()));
    }

    @Override
    public void handle(QueueMessage message) {
        WorkItem item = WorkItem.parse(message.body());
        // The same message, handed out again, is another worker.
        Claim claim = new Claim(Invocation.currentRequestId() + "/" + message.id());
        report(item, advancing.advance(item, claim, clock.instant()));
    }

    private void report(WorkItem item, StepOutcome outcome) {
        switch (outcome) {
            case StepOutcome.Idle idle ->
                    line(item, "idle")
                            .addKeyValue(LogFields.DETAIL, idle.why())
                            .log("Nothing to do");
            case StepOutcome.Advanced advanced ->
                    line(item, "advanced", advanced.generation()).log("Generation advanced");
            case StepOutcome.Ended ended ->
                    line(item, "ended", ended.generation())
                            .addKeyValue(LogFields.DETAIL, detail(ended.generation()))
                            .log("Generation ended");
            case StepOutcome.Resent resent -> {
                metrics.accept(PROVIDER_COST_LEAK);
                line(item, "resent").log("Submission sent again, its first outcome is unknown");
                report(item, resent.next());
            }
        }
    }

    private static LoggingEventBuilder line(WorkItem item, String outcome, Generation after) {
        return line(item, outcome)
                .addKeyValue(LogFields.MODEL, after.request().model())
                .addKeyValue(LogFields.STATE, after.state().label());
    }

    private static LoggingEventBuilder line(WorkItem item, String outcome) {
        return LOG.atInfo()
                .addKeyValue(LogFields.GENERATION, item.generation())
                .addKeyValue(LogFields.OUTCOME, outcome);
    }

    /** Why it failed, for operators; users read the words of the reason. */
    private static String detail(Generation ended) {
        return ended.state() instanceof GenerationState.Failed failed
                ? failed.reason().code() + ": " + failed.detail()
                : "delivered";
    }
}
