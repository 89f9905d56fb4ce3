package dev.halftone.function.providerpoll;

import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.AdvanceGeneration;
import dev.halftone.core.generation.BringInputs;
import dev.halftone.core.generation.CallProvider;
import dev.halftone.core.generation.ChooseRoute;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.CopyResults;
import dev.halftone.core.generation.DeliverResult;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.EraseAtProvider;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Delivering;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.GenerationState.Succeeded;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.PollProvider;
import dev.halftone.core.generation.ProviderDirectory;
import dev.halftone.core.generation.ReassignGeneration;
import dev.halftone.core.generation.Receipt;
import dev.halftone.core.generation.ReceiveLateResult;
import dev.halftone.core.generation.StepOutcome;
import dev.halftone.core.generation.SubmitToProvider;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.privacy.LogField;
import dev.halftone.lambda.GenerationLog;
import dev.halftone.lambda.Invocation;
import dev.halftone.lambda.QueueFunction;
import dev.halftone.lambda.QueueMessage;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Takes the generation of a message one step further, and says in the log what came of it. */
final class ProviderPollFunction implements QueueFunction.MessageHandler {
    /** Counts work for which the provider may have to be paid, and nobody pays us. */
    static final String GENERATION_BELOW_COST = "generation_below_cost";

    static final String PROVIDER_COST_LEAK = "provider_cost_leak";

    /** Counts work that a provider was asked to erase for days, and never said that it did. */
    static final String PROVIDER_ERASURE_UNANSWERED = "provider_erasure_unanswered";

    /** Counts generations that another provider got because the first one did not take them. */
    static final String PROVIDER_FAILOVER = "provider_failover";

    /** Counts answers that say that an operator has to act. */
    static final String PROVIDER_KEY_REFUSED = "provider_key_refused";

    private static final String GIVEN = "Late result given free of charge";
    private static final String SENT_AGAIN = "Submission sent again, its first outcome is unknown";
    private static final Logger LOG = LoggerFactory.getLogger(ProviderPollFunction.class);

    private final Generations generations;
    private final AdvanceGeneration advancing;
    private final Clock clock;
    private final Consumer<String> metrics;

    ProviderPollFunction(ProviderPollPorts ports) {
        ProviderDirectory directory =
                new ProviderDirectory(
                        ports.profile().catalogue(), ports.providers(), ports.directProviders());
        EraseAtProvider erasing =
                new EraseAtProvider(
                        ports.generations(),
                        directory,
                        ports.queue(),
                        ports.profile().lateResults());
        EndGeneration ending = new EndGeneration(ports.generations(), ports.settlements(), erasing);
        this.generations = ports.generations();
        this.clock = ports.clock();
        this.metrics = ports.metrics();
        this.advancing =
                new AdvanceGeneration(
                        directory, ports.queue(), steps(ports, directory, ending, erasing));
    }

    private static AdvanceGeneration.Steps steps(
            ProviderPollPorts ports,
            ProviderDirectory directory,
            EndGeneration ending,
            EraseAtProvider erasing) {
        Generations generations = ports.generations();
        WorkQueue queue = ports.queue();
        CopyResults copying = new CopyResults(ports.download(), ports.media(), ports.marking());
        ReassignGeneration reassigning = reassigning(ports);
        return new AdvanceGeneration.Steps(
                new SubmitToProvider(
                        generations, directory, ending, queue, reassigning, bringing(ports)),
                calling(ports, copying, ending, reassigning),
                new PollProvider(generations, directory, ending, queue),
                new DeliverResult(generations, directory, copying, ending, queue),
                new ReceiveLateResult(
                        directory, copying, ending, erasing, queue, ports.profile().lateResults()),
                erasing);
    }

    private static ReassignGeneration reassigning(ProviderPollPorts ports) {
        WatchRoutes watch = new WatchRoutes(ports.circuits());
        return new ReassignGeneration(
                ports.generations(),
                new ChooseRoute(ports.profile().catalogue(), watch),
                watch,
                ports.queue());
    }

    private static BringInputs bringing(ProviderPollPorts ports) {
        return new BringInputs(ports.inputs());
    }

    private static CallProvider calling(
            ProviderPollPorts ports,
            CopyResults copying,
            EndGeneration ending,
            ReassignGeneration reassigning) {
        return new CallProvider(
                ports.generations(),
                copying,
                ending,
                ports.queue(),
                reassigning,
                new CallProvider.Terms(
                        ports.profile().lateResults(),
                        ports.clock(),
                        ports.pause(),
                        bringing(ports)));
    }

    @Override
    public void handle(QueueMessage message) {
        WorkItem item = WorkItem.parse(message.body());
        // The same message, handed out again, is another worker.
        Claim claim = new Claim(Invocation.currentRequestId() + "/" + message.id());
        Optional<Generation> found = generations.find(item.generation());
        if (found.isEmpty()) {
            report(item, new StepOutcome.Idle("unknown generation"));
            return;
        }
        // Whatever the cause, a callback or the sweep: what happens now belongs to its trace.
        GenerationLog.follow(found.get());
        report(item, advancing.advance(found.get(), item, claim, clock.instant()));
    }

    private void report(WorkItem item, StepOutcome outcome) {
        switch (outcome) {
            case StepOutcome.Idle idle -> with(idle.why(), line(item, "idle")).log("Nothing to do");
            case StepOutcome.Advanced advanced ->
                    line(item, "advanced", advanced.generation()).log(step(advanced.generation()));
            case StepOutcome.Reassigned reassigned -> report(item, reassigned);
            case StepOutcome.KeyRefused refused -> {
                keyRefused(item, refused.provider());
                report(item, refused.next());
            }
            case StepOutcome.Delayed delayed ->
                    with(delayed.why(), line(item, "delayed", delayed.generation()))
                            .log("Delivery postponed");
            case StepOutcome.Ended ended -> report(item, ended);
            case StepOutcome.LateDelivered late ->
                    leaked(line(item, "late", late.generation()), GIVEN);
            case StepOutcome.LateDiscarded late ->
                    leaked(
                            with(late.why(), line(item, "late", late.generation())),
                            "Late result discarded");
            case StepOutcome.Billed billed -> {
                billed(item, billed.usage());
                report(item, billed.next());
            }
            case StepOutcome.Wasted wasted -> {
                leaked(
                        with(wasted.why(), line(item, "wasted")),
                        "Result dropped and charged to nobody");
                report(item, wasted.next());
            }
            case StepOutcome.Erased erased -> report(item, erased);
            case StepOutcome.Unerased unerased ->
                    with(unerased.why(), line(item, "unerased", unerased.generation()))
                            .log("Provider has not erased what it has");
            case StepOutcome.Resent resent -> {
                leaked(line(item, "resent"), SENT_AGAIN);
                report(item, resent.next());
            }
        }
    }

    private void report(WorkItem item, StepOutcome.Reassigned reassigned) {
        metrics.accept(PROVIDER_FAILOVER);
        with(
                        reassigned.from() + ": " + reassigned.why(),
                        line(item, "reassigned", reassigned.generation()))
                .log("Generation given to another provider");
    }

    private void report(WorkItem item, StepOutcome.Ended ended) {
        countLoss(ended.generation());
        with(detail(ended.generation()), line(item, "ended", ended.generation()))
                .log(step(ended.generation()));
    }

    /** What was delivered and charged for less than it cost; what failed is an alarm of its own. */
    private void countLoss(Generation ended) {
        if (ended.state() instanceof Succeeded && ended.margin().orElseThrow().isNegative()) {
            metrics.accept(GENERATION_BELOW_COST);
        }
    }

    private void keyRefused(WorkItem item, String provider) {
        metrics.accept(PROVIDER_KEY_REFUSED);
        line(item, "refused")
                .addKeyValue(LogField.PROVIDER.key(), provider)
                .log("A provider does not accept our key, our plan or our balance");
    }

    private static LoggingEventBuilder with(String detail, LoggingEventBuilder line) {
        return line.addKeyValue(LogField.DETAIL.key(), detail);
    }

    private static void billed(WorkItem item, DirectProvider.Usage usage) {
        line(item, "billed")
                .addKeyValue(LogField.INPUT_TOKENS.key(), usage.inputTokens())
                .addKeyValue(LogField.OUTPUT_TOKENS.key(), usage.outputTokens())
                .log("Provider counted for its bill");
    }

    private void leaked(LoggingEventBuilder line, String what) {
        metrics.accept(PROVIDER_COST_LEAK);
        line.log(what);
    }

    private void report(WorkItem item, StepOutcome.Erased erased) {
        if (erased.manner() == Receipt.Manner.UNANSWERED) {
            metrics.accept(PROVIDER_ERASURE_UNANSWERED);
        }
        with(erased.manner().code(), line(item, "erased", erased.generation()))
                .log("Nothing more to erase at the provider");
    }

    /** What happened, by where it led. */
    private static String step(Generation after) {
        return switch (after.state()) {
            case Accepted _ -> "Generation postponed";
            case Submitting _ -> "Generation submitted without an answer";
            case Running running ->
                    running.polls() == 0 ? "Generation submitted" : "Generation polled";
            case Delivering _ -> "Generation ready";
            case Succeeded _ -> "Generation delivered";
            case Failed _ -> "Generation failed";
        };
    }

    private LoggingEventBuilder line(WorkItem item, String outcome, Generation after) {
        LoggingEventBuilder line =
                GenerationLog.line(after)
                        .addKeyValue(LogField.OUTCOME.key(), outcome)
                        .addKeyValue(LogField.CAUSE.key(), cause(item));
        return after.state().providerRequest() == null
                ? line.addKeyValue(LogField.PROVIDER.key(), after.assignment().provider())
                : line;
    }

    private static LoggingEventBuilder line(WorkItem item, String outcome) {
        return LOG.atInfo()
                .addKeyValue(LogField.GENERATION.key(), item.generation())
                .addKeyValue(LogField.OUTCOME.key(), outcome)
                .addKeyValue(LogField.CAUSE.key(), cause(item));
    }

    private static String cause(WorkItem item) {
        return item.cause().name().toLowerCase(Locale.ROOT);
    }

    /** Why it failed, for operators; users read the words of the reason. */
    private static String detail(Generation ended) {
        return ended.state() instanceof Failed failed
                ? failed.reason().code() + ": " + failed.detail()
                : "delivered";
    }
}
