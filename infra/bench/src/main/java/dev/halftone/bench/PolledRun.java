package dev.halftone.bench;

import dev.halftone.core.catalogue.Route;
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
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.EraseAtProvider;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationState.Accepted;
import dev.halftone.core.generation.GenerationState.Running;
import dev.halftone.core.generation.GenerationState.Submitting;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.PollProvider;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderDirectory;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.ReassignGeneration;
import dev.halftone.core.generation.ReceiveLateResult;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.SubmitToProvider;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.testing.InMemoryCircuits;
import dev.halftone.testing.InMemoryInputFiles;
import dev.halftone.testing.InMemoryMediaStore;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** One piece of work at a provider, from the order to the news of its end, on an imagined clock. */
final class PolledRun {

    private static final ProviderRequest REQUEST = new ProviderRequest("fal", "work", Map.of());
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    private final Duration length;
    private final boolean callsBack;
    private final InMemoryStudio store = new InMemoryStudio();
    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final PriorityQueue<Message> messages =
            new PriorityQueue<>(Comparator.comparing(Message::at));
    private int calls;

    private record Message(Instant at, WorkItem item) {}

    /**
     * What it cost.
     *
     * @param calls how often the provider was asked how it stands
     * @param added how long after the end we knew
     */
    record Cost(int calls, Duration added) {}

    private PolledRun(Duration length, boolean callsBack) {
        this.length = length;
        this.callsBack = callsBack;
    }

    /** Of work that takes so long. */
    static Cost cost(Duration length, boolean callsBack) {
        return new PolledRun(length, callsBack).run();
    }

    private Cost run() {
        store.ledger().grant(Samples.welcome(1, 25));
        Generation generation = generation();
        DrawOutcome.Drawn drawn =
                (DrawOutcome.Drawn)
                        store.ledger()
                                .account(generation.account())
                                .orElseThrow()
                                .draw(generation.price().credits(), Samples.NOW);
        store.submissions().accept(generation, Samples.transfer(generation, drawn.drawing()));
        AdvanceGeneration advancing = advancing();
        send(WorkItem.due(generation, WorkItem.Stage.PROVIDER), Duration.ZERO);
        if (callsBack) {
            send(WorkItem.callback(generation.id(), REQUEST.provider(), REQUEST.id()), length);
        }
        while (isUnfinished(current(generation))) {
            Message next = messages.remove();
            clock.set(next.at());
            Claim claim = new Claim("message of " + next.at());
            advancing.advance(current(generation), next.item(), claim, next.at());
        }
        return new Cost(calls, Duration.between(Samples.NOW.plus(length), clock.instant()));
    }

    private static Generation generation() {
        Generation like = Samples.generation(1, 1, 4);
        return new Generation(
                like.id(),
                like.owner(),
                like.account(),
                like.request(),
                like.price(),
                like.createdAt(),
                like.createdAt().plus(DEADLINE),
                like.trace(),
                like.assignment(),
                like.costs());
    }

    private Generation current(Generation generation) {
        return store.generations().find(generation.id()).orElseThrow();
    }

    private static boolean isUnfinished(Generation generation) {
        return generation.state() instanceof Accepted
                || generation.state() instanceof Submitting
                || generation.state() instanceof Running;
    }

    private void send(WorkItem item, Duration delay) {
        messages.add(new Message(clock.instant().plus(delay), item));
    }

    private static CopyResults copying() {
        return new CopyResults(
                PolledRun::nothing, new InMemoryMediaStore(), new MarkFile(Samples::signingKey));
    }

    private ReassignGeneration reassigning(WorkQueue queue) {
        WatchRoutes watch = new WatchRoutes(new InMemoryCircuits());
        return new ReassignGeneration(
                store.generations(),
                new ChooseRoute(Samples.profile().catalogue(), watch),
                watch,
                queue);
    }

    private AdvanceGeneration advancing() {
        WorkQueue queue = this::send;
        ProviderDirectory directory =
                new ProviderDirectory(
                        Samples.profile().catalogue(),
                        Map.of("fal", provider()),
                        Map.of("openai", absent()));
        CopyResults copying = copying();
        EraseAtProvider erasing =
                new EraseAtProvider(store.generations(), directory, queue, LateResults.DISCARD);
        EndGeneration ending = new EndGeneration(store.generations(), store.settlements(), erasing);
        ReassignGeneration reassigning = reassigning(queue);
        BringInputs bringing = new BringInputs(new InMemoryInputFiles());
        return new AdvanceGeneration(
                directory,
                queue,
                new AdvanceGeneration.Steps(
                        new SubmitToProvider(
                                store.generations(),
                                directory,
                                ending,
                                queue,
                                reassigning,
                                bringing),
                        new CallProvider(
                                store.generations(),
                                copying,
                                ending,
                                queue,
                                reassigning,
                                new CallProvider.Terms(
                                        LateResults.DISCARD, clock, _ -> {}, bringing)),
                        new PollProvider(store.generations(), directory, ending, queue),
                        new DeliverResult(store.generations(), directory, copying, ending, queue),
                        new ReceiveLateResult(
                                directory, copying, ending, erasing, queue, LateResults.DISCARD),
                        erasing));
    }

    private Provider provider() {
        return new Provider(
                "fal",
                Endpoints.of("**"),
                new Provider.Submission() {
                    @Override
                    public SubmissionOutcome submit(ProviderOrder order) {
                        return new SubmissionOutcome.Taken(REQUEST);
                    }

                    @Override
                    public ProviderRequest requestOf(Route route, String providerRequestId) {
                        return REQUEST;
                    }
                },
                _ -> standing(),
                _ -> {},
                null,
                new Provider.Terms(Set.of(), () -> callsBack));
    }

    private PollOutcome standing() {
        calls++;
        return clock.instant().isBefore(Samples.NOW.plus(length))
                ? new PollOutcome.Working(null)
                : new PollOutcome.Completed(List.of(Samples.providerMedia(1)));
    }

    private static DirectProvider absent() {
        return new DirectProvider(
                "openai",
                Endpoints.of("**"),
                (_, _, _) -> new DirectProvider.Outcome.Unknown("nobody asks it here"),
                Duration.ofSeconds(1),
                false);
    }

    private static ResultDownload.Outcome nothing(Object media, Object target, long bytesMax) {
        return new ResultDownload.Outcome.NotCopied("the end is all that counts here");
    }
}
