package dev.halftone.testing.simulation;

import dev.halftone.core.asset.StorageRoom;
import dev.halftone.core.catalogue.AspectRatio;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.catalogue.Loss;
import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.MicroDollars;
import dev.halftone.core.catalogue.Model;
import dev.halftone.core.catalogue.Offer;
import dev.halftone.core.catalogue.Resolution;
import dev.halftone.core.circuit.WatchRoutes;
import dev.halftone.core.generation.AdvanceGeneration;
import dev.halftone.core.generation.BringInputs;
import dev.halftone.core.generation.CallProvider;
import dev.halftone.core.generation.CancelGeneration;
import dev.halftone.core.generation.ChooseRoute;
import dev.halftone.core.generation.CopyResults;
import dev.halftone.core.generation.DeliverResult;
import dev.halftone.core.generation.DirectProvider;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.EraseAtProvider;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.MakeQuote;
import dev.halftone.core.generation.MediaStore;
import dev.halftone.core.generation.PollProvider;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.ProviderDirectory;
import dev.halftone.core.generation.QuoteTokens;
import dev.halftone.core.generation.ReassignGeneration;
import dev.halftone.core.generation.ReceiveLateResult;
import dev.halftone.core.generation.RemoveGeneration;
import dev.halftone.core.generation.RemoveResults;
import dev.halftone.core.generation.RequestCheck;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.StepOutcome;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitToProvider;
import dev.halftone.core.generation.SweepDue;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.ReadStatement;
import dev.halftone.core.ledger.SweepExpiries;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.safety.CheckWords;
import dev.halftone.core.safety.PromptCheck;
import dev.halftone.testing.BelongingSamples;
import dev.halftone.testing.InMemoryCircuits;
import dev.halftone.testing.InMemoryInputFiles;
import dev.halftone.testing.InMemoryRefusals;
import dev.halftone.testing.Samples;
import dev.halftone.testing.StudioPorts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The use cases, composed as the functions compose them. */
final class Studio {

    /** Whoever may be asked twice, for it costs little. */
    static final String SWIFT = "swift";

    /** Whoever must never be asked twice. */
    static final String DEAR = "dear";

    /** Whoever can be asked what became of an order. */
    static final String OPEN = "open";

    /** Whoever answers with the picture itself. */
    static final String DIRECT = "direct";

    private static final String JUDGE = "judge";

    /** When the longest work is given up. */
    static final Duration DEADLINE_MAX = Duration.ofMinutes(5);

    private static final Model SWIFT_MODEL = model(4, DEADLINE_MAX, SWIFT);
    private static final Model DEAR_MODEL = model(9, Duration.ofMinutes(4), DEAR, OPEN);
    private static final Model OPEN_MODEL = model(6, Duration.ofMinutes(4), OPEN);
    private static final Model DIRECT_MODEL = model(5, Duration.ofMinutes(4), DIRECT, DEAR);

    final CancelGeneration cancelling;
    final RemoveGeneration removing;
    final SweepDue sweeping;
    final SweepExpiries expiring;
    final ReadStatement reading;
    final StudioPorts ports;
    private final World world;
    private final Outside outside;
    private final LateResults lateResults;
    private final WatchRoutes watch = new WatchRoutes(new InMemoryCircuits());
    private final InMemoryRefusals refusals = new InMemoryRefusals();
    private boolean withdrawn;

    /** What is neither store nor use case. */
    record Outside(
            WorkQueue queue,
            StorageRoom room,
            MediaStore media,
            ResultDownload download,
            Map<String, Provider> providers,
            Map<String, DirectProvider> directProviders) {}

    Studio(World world, StudioPorts ports, Outside outside) {
        this.world = world;
        this.ports = ports;
        this.outside = outside;
        this.lateResults = world.anyOf(List.of(LateResults.values()));
        this.cancelling =
                new CancelGeneration(
                        ports.generations(),
                        new EndGeneration(ports.generations(), ports.settlements()),
                        outside.queue());
        this.removing =
                new RemoveGeneration(ports.generations(), new RemoveResults(outside.media()));
        this.sweeping = new SweepDue(ports.generations(), outside.queue());
        this.expiring = new SweepExpiries(ports.expiries(), ports.ledger());
        this.reading = new ReadStatement(ports.ledger());
    }

    private static Model model(long credits, Duration deadline, String... providers) {
        return new Model(
                providers[0] + "-model",
                "A model",
                "Pictures.",
                List.of(new AspectRatio(16, 9)),
                new Offer.Images(Map.of(Resolution.ONE_K, new Credits(credits))),
                Stream.of(providers)
                        .map(provider -> Samples.route(provider, "endpoint", MediaKind.IMAGE))
                        .toList(),
                new Model.Limits(200, Duration.ofSeconds(12), deadline),
                null);
    }

    /** One of the models has begun to cost more than it brings in. */
    void withdrawAModel() {
        withdrawn = true;
    }

    private Catalogue catalogue() {
        return withdrawn
                ? catalogue(
                        List.of(DEAR_MODEL, OPEN_MODEL, DIRECT_MODEL),
                        List.of(
                                new Loss(
                                        SWIFT_MODEL.id(),
                                        SWIFT,
                                        Resolution.ONE_K,
                                        null,
                                        new MicroDollars(-1))))
                : whole();
    }

    private static Catalogue whole() {
        return catalogue(List.of(SWIFT_MODEL, DEAR_MODEL, OPEN_MODEL, DIRECT_MODEL), List.of());
    }

    private static Catalogue catalogue(List<Model> models, List<Loss> losses) {
        return new Catalogue(
                Samples.PRICE_VERSION,
                models,
                List.of(),
                Map.of(
                        SWIFT, Samples.provider(SWIFT, false),
                        DEAR, Samples.provider(DEAR, false),
                        OPEN, Samples.provider(OPEN, false),
                        DIRECT, Samples.provider(DIRECT, true)),
                Samples.economy(),
                losses);
    }

    MakeQuote quoting() {
        return new MakeQuote(
                new RequestCheck(whole(), BelongingSamples.none()),
                new QuoteTokens(Samples::signingKey),
                Samples.PRICE_VERSION);
    }

    SubmitGeneration submitting() {
        return new SubmitGeneration(
                new SubmitGeneration.Offers(
                        new RequestCheck(catalogue(), BelongingSamples.none()),
                        choosing(),
                        new CheckWords(_ -> judged(), refusals),
                        outside.room()),
                new QuoteTokens(Samples::signingKey),
                ports.submissions(),
                ports.ledger(),
                outside.queue(),
                Samples::signingKey);
    }

    private PromptCheck.Outcome judged() {
        if (world.mix.strikes(Trouble.JUDGE_UNREACHABLE)) {
            return new PromptCheck.Outcome.Unavailable(Duration.ofSeconds(5), "no answer");
        }
        return world.mix.strikes(Trouble.WORDS_REFUSED)
                ? new PromptCheck.Outcome.Refused("violence", JUDGE)
                : new PromptCheck.Outcome.Passed(JUDGE);
    }

    private ChooseRoute choosing() {
        return new ChooseRoute(catalogue(), watch);
    }

    private AdvanceGeneration advancing(ProviderDirectory directory) {
        Generations generations = ports.generations();
        WorkQueue queue = outside.queue();
        CopyResults copying =
                new CopyResults(
                        outside.download(), outside.media(), new MarkFile(Samples::signingKey));
        EraseAtProvider erasing = new EraseAtProvider(generations, directory, queue, lateResults);
        EndGeneration ending = new EndGeneration(generations, ports.settlements(), erasing);
        ReassignGeneration reassigning =
                new ReassignGeneration(generations, choosing(), watch, queue);
        return new AdvanceGeneration(
                directory,
                queue,
                new AdvanceGeneration.Steps(
                        new SubmitToProvider(
                                generations, directory, ending, queue, reassigning, bringing()),
                        calling(copying, ending, reassigning),
                        new PollProvider(generations, directory, ending, queue),
                        new DeliverResult(generations, directory, copying, ending, queue),
                        new ReceiveLateResult(
                                directory, copying, ending, erasing, queue, lateResults),
                        erasing));
    }

    private CallProvider calling(
            CopyResults copying, EndGeneration ending, ReassignGeneration reassigning) {
        return new CallProvider(
                ports.generations(),
                copying,
                ending,
                outside.queue(),
                reassigning,
                new CallProvider.Terms(lateResults, world::now, _ -> {}, bringing()));
    }

    /** Nobody brings anything along. */
    private static BringInputs bringing() {
        return new BringInputs(new InMemoryInputFiles());
    }

    /** Handles a message as the function does, and says whether it is done with it. */
    boolean work(String body) {
        return world.invoke("worker", run -> work(body, run)).isPresent();
    }

    private Object work(String body, Invocation run) {
        WorkItem item = WorkItem.parse(body);
        Generation before = ports.generations().find(item.generation()).orElse(null);
        if (before == null) {
            return "unknown generation";
        }
        ProviderDirectory directory =
                new ProviderDirectory(catalogue(), outside.providers(), outside.directProviders());
        StepOutcome outcome = advancing(directory).advance(before, item, run.claim, run.now);
        return heard(before, item, outcome);
    }

    private StepOutcome heard(Generation before, WorkItem item, StepOutcome outcome) {
        tally(outcome);
        boolean unknown =
                before.state() instanceof GenerationState.Accepted
                        || before.state() instanceof GenerationState.Submitting;
        if (unknown
                && item.providerRequestId() != null
                && outcome instanceof StepOutcome.Advanced) {
            world.tally.saw(Sight.CALLBACK_ADOPTED);
        }
        if (outcome instanceof StepOutcome.Idle idle
                && idle.why().equals("claimed by another worker")) {
            world.tally.saw(Sight.CLAIM_LOST);
        }
        if (outcome instanceof StepOutcome.Ended(Generation after)
                && after.state() instanceof GenerationState.Succeeded
                && before.state() instanceof GenerationState.Submitting) {
            // A call of its own would have been resent, and billed.
            world.tally.saw(Sight.STORED_RESULT_ADOPTED);
        }
        if (outcome instanceof StepOutcome.Ended
                && catalogue().find(before.request().model()).isEmpty()) {
            world.tally.saw(Sight.ENDED_WITHOUT_ITS_MODEL);
        }
        return outcome;
    }

    private void tally(StepOutcome outcome) {
        switch (world.tally.heard(outcome)) {
            case StepOutcome.Resent resent -> tally(resent.next());
            case StepOutcome.Billed billed -> tally(billed.next());
            case StepOutcome.Wasted wasted -> tally(wasted.next());
            case StepOutcome.KeyRefused refused -> tally(refused.next());
            case StepOutcome.Idle _,
                    StepOutcome.Advanced _,
                    StepOutcome.Reassigned _,
                    StepOutcome.Delayed _,
                    StepOutcome.Ended _,
                    StepOutcome.LateDelivered _,
                    StepOutcome.LateDiscarded _,
                    StepOutcome.Erased _,
                    StepOutcome.Unerased _ -> {}
        }
    }

    /** Hears a provider's callback as the function does, and says whether it was understood. */
    boolean callBack(GenerationId generation, String provider, String providerRequestId) {
        return world.invoke(
                        "webhook",
                        _ -> {
                            outside.queue()
                                    .send(
                                            WorkItem.callback(
                                                    generation, provider, providerRequestId),
                                            Duration.ZERO);
                            return providerRequestId;
                        })
                .isPresent();
    }
}
