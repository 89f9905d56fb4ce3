package dev.halftone.function.providerpoll;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.asset.AssetKey;
import dev.halftone.core.catalogue.Catalogue;
import dev.halftone.core.circuit.KeyCheck;
import dev.halftone.core.generation.Assignment;
import dev.halftone.core.generation.CancelGeneration;
import dev.halftone.core.generation.Claim;
import dev.halftone.core.generation.EndGeneration;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationEvent;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationRequest;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Input;
import dev.halftone.core.generation.LateResults;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.RemoveGeneration;
import dev.halftone.core.generation.RemoveResults;
import dev.halftone.core.generation.ResultDownload;
import dev.halftone.core.generation.Settings;
import dev.halftone.core.generation.Settlements;
import dev.halftone.core.generation.SweepDue;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Credits;
import dev.halftone.core.ledger.DrawOutcome;
import dev.halftone.core.ledger.JournalEntry;
import dev.halftone.core.mark.MarkFile;
import dev.halftone.core.profile.Profile;
import dev.halftone.lambda.HandlerDriver;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.InMemoryCircuits;
import dev.halftone.testing.InMemoryInputFiles;
import dev.halftone.testing.InMemoryMediaStore;
import dev.halftone.testing.InMemoryStudio;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.RecordingWorkQueue;
import dev.halftone.testing.SampleProfile;
import dev.halftone.testing.Samples;
import dev.halftone.testing.TextSamples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The real handler, its queue, and generations of person 1, who has 25 credits. */
final class Workshop {
    private static final String PLACEHOLDER = "gen_0123456789abcdef0123456789abcdef";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int STEPS_MAX = 400;
    private static final int PERSON = 1;
    private static final int PRICE = 4;
    // The handler makes its application by class, so the ports wait for it here.
    private static final AtomicReference<ProviderPollPorts> PORTS = new AtomicReference<>();

    final InMemoryStudio store = new InMemoryStudio();
    final RecordingWorkQueue queue = new RecordingWorkQueue();
    final MutableClock clock = new MutableClock(Samples.NOW);
    final ScriptedProvider provider = new ScriptedProvider();
    final ScriptedDirectProvider direct = new ScriptedDirectProvider();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final InMemoryInputFiles inputs = new InMemoryInputFiles();
    final InMemoryCircuits circuits = new InMemoryCircuits();
    final GatedGenerations generations = new GatedGenerations(store.generations());

    /** What providers say of our keys; those of whom nothing is said accept them. */
    final Map<String, KeyCheck.Outcome> keys = new HashMap<>();

    /** What happened to pictures and credits, in order. */
    final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    private final WatchedMedia watchedMedia = new WatchedMedia(media, happened);

    /** The metrics, in order. */
    final List<String> counted = Collections.synchronizedList(new ArrayList<>());

    /** How long a worker waited between two attempts of its own. */
    final List<Duration> paused = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger messages = new AtomicInteger();
    private boolean ledgerBroken;
    private boolean directProviders = true;
    private ResultDownload download = provider.download();
    private HandlerDriver driver;

    /** The function without its stores. */
    public static class InMemoryApplication extends ProviderPollApplication {
        @Override
        ProviderPollPorts ports(ProviderPollConfig config) {
            return Objects.requireNonNull(PORTS.get());
        }
    }

    Workshop() {
        store.ledger().grant(Samples.welcome(PERSON, 25));
        driver = start(Samples.profile());
    }

    /** With a provider that can tell what became of an order. */
    void tellsOnInquiry(SubmissionOutcome... outcomes) {
        provider.onInquiry(outcomes);
        driver = start(Samples.profile());
    }

    /** As after a deployment that offers nothing of what was offered before. */
    void deployWithoutModels() {
        Catalogue nothing =
                new Catalogue("next", List.of(), List.of(), Map.of(), Samples.economy(), List.of());
        driver = start(Samples.profile(nothing));
    }

    /** As a build that was made without them. */
    void withoutDirectProviders() {
        directProviders = false;
    }

    /** Fetches results so, and not as the provider under test has them. */
    void downloadsBy(ResultDownload other) {
        download = other;
        redeploy();
    }

    /** As after a change of what is composed. */
    void redeploy() {
        driver = start(Samples.profile());
    }

    /** As the same service with another policy for results that come too late. */
    void deploy(LateResults lateResults) {
        driver = start(SampleProfile.ending(lateResults));
    }

    /** As after a deployment with another catalogue. */
    void deploy(Profile profile) {
        driver = start(profile);
    }

    /** One more environment of the same function. */
    HandlerDriver start(Profile profile) {
        PORTS.set(
                new ProviderPollPorts(
                        generations,
                        circuits,
                        (Settlements) this::settle,
                        Map.of("fal", provider.provider()),
                        directProviders
                                ? Map.of("openai", direct.provider(), "llm", direct.provider())
                                : Map.of(),
                        Map.of("fal", () -> key("fal"), "openai", () -> key("openai")),
                        download,
                        watchedMedia,
                        new MarkFile(Samples::signingKey),
                        inputs,
                        queue,
                        profile,
                        clock,
                        this::pause,
                        counted::add));
        return HandlerDriver.start(
                Variables.ALL, () -> new ProviderPollHandler(InMemoryApplication.class));
    }

    private void pause(Duration time) {
        paused.add(time);
        clock.advance(time);
    }

    private boolean settle(Generation before, Generation after, Credits charged) {
        if (ledgerBroken) {
            throw new TransientFailure("dynamodb", "broken by a test");
        }
        boolean settled = store.settlements().settle(before, after, charged);
        if (settled) {
            happened.add(after.state() instanceof GenerationState.Succeeded ? "posted" : "voided");
        }
        return settled;
    }

    /** Happens once, just before the next file is stored. */
    void duringNextStore(Runnable happening) {
        watchedMedia.duringNextStore(happening);
    }

    /** The next accesses to the store of pictures fail. */
    void failMedia(int times) {
        watchedMedia.fail(times);
    }

    /** Nothing ends while it is broken. */
    void setLedgerBroken(boolean broken) {
        ledgerBroken = broken;
    }

    void setMediaBroken(boolean broken) {
        watchedMedia.setBroken(broken);
    }

    /** A new generation, paid and due. */
    GenerationId accepted(int number) {
        return accepted(Samples.generation(number, PERSON, PRICE));
    }

    GenerationId accepted(int number, long credits) {
        return accepted(Samples.generation(number, PERSON, credits));
    }

    /** One that its provider makes in one call. */
    GenerationId acceptedDirect(int number) {
        return acceptedDirect(number, PRICE);
    }

    GenerationId acceptedDirect(int number, long credits) {
        return accepted(Samples.directGeneration(number, PERSON, credits));
    }

    GenerationId acceptedFilm(int number) {
        return accepted(number, Samples.videoRequest(), Samples.assignment("fal", false));
    }

    /** A text that a language model writes in one call. */
    GenerationId acceptedText(int number) {
        return accepted(number, TextSamples.request(), Samples.assignment("llm", true));
    }

    /** One that starts from files, which lie there under their own names. */
    GenerationId acceptedFrom(int number, GenerationRequest like, List<Input> brought) {
        Settings settings = new Settings(null, null, brought, false, null);
        for (Input each : brought) {
            inputs.put(key(each), each.asset().value().getBytes(StandardCharsets.UTF_8));
        }
        return accepted(
                number,
                new GenerationRequest(like.model(), like.prompt(), like.format(), settings),
                Samples.assignment("fal", false));
    }

    static AssetKey key(Input input) {
        return AssetKey.original(Samples.userId(PERSON), input.asset(), input.type());
    }

    GenerationId accepted(int number, GenerationRequest request, Assignment assignment) {
        Generation like = Samples.generation(number, PERSON, PRICE);
        return accepted(
                new Generation(
                        like.id(),
                        like.owner(),
                        like.account(),
                        request,
                        like.price(),
                        like.createdAt(),
                        like.deadline(),
                        like.trace(),
                        assignment,
                        like.costs()));
    }

    private GenerationId accepted(Generation generation) {
        DrawOutcome.Drawn drawn =
                (DrawOutcome.Drawn)
                        account().draw(generation.price().credits(), generation.createdAt());
        store.submissions().accept(generation, Samples.transfer(generation, drawn.drawing()));
        return generation.id();
    }

    /** One that the provider has taken. */
    GenerationId running(int number) {
        GenerationId id = accepted(number);
        deliver("submit-due", id);
        queue.drain();
        return id;
    }

    Generation generation(GenerationId id) {
        return store.generations().find(id).orElseThrow();
    }

    FailureReason failure(GenerationId id) {
        return ((GenerationState.Failed) generation(id).state()).reason();
    }

    Account account() {
        return store.ledger().account(Samples.accountId(PERSON)).orElseThrow();
    }

    List<JournalEntry> journal() {
        return store.ledger().journal(Samples.accountId(PERSON), 100, null).items();
    }

    /** Gives up what is being delivered, as another worker would at the deadline. */
    void giveUpDelivery(GenerationId id) {
        new EndGeneration(store.generations(), this::settle)
                .end(
                        generation(id),
                        new GenerationEvent.GivenUp(
                                FailureReason.NOT_STORED, "too late", clock.instant()));
    }

    /** Removes what has ended, as its owner would. */
    void remove(GenerationId id) {
        RemoveGeneration removing =
                new RemoveGeneration(store.generations(), new RemoveResults(media));
        if (!(removing.remove(id, Samples.userId(PERSON), new Claim("owner"), clock.instant())
                instanceof RemoveGeneration.RemoveOutcome.Removed)) {
            throw new IllegalStateException("Not removed");
        }
    }

    void cancel(GenerationId id) {
        new CancelGeneration(
                        store.generations(),
                        new EndGeneration(store.generations(), this::settle),
                        queue)
                .cancel(id, Samples.userId(PERSON), new Claim("user"), clock.instant());
    }

    /** Hands out one message; returns the ids of those that failed. */
    List<String> deliver(String event, GenerationId id) {
        return invoke(driver, List.of(record(event, id)));
    }

    List<String> deliver(WorkItem item) {
        return deliver(List.of(item.body()));
    }

    /** Hands out a batch; returns the positions of those that failed. */
    List<String> deliver(List<String> bodies) {
        return invoke(driver, bodies.stream().map(this::record).toList());
    }

    List<String> deliverTo(HandlerDriver environment, WorkItem item) {
        return invoke(environment, List.of(record(item.body())));
    }

    /** Has the keys checked, as is done every few minutes. */
    void tick() {
        driver.json(EventFile.read("provider-poll", "tick").bytes());
    }

    private KeyCheck.Outcome key(String provider) {
        return keys.getOrDefault(provider, new KeyCheck.Outcome.Accepted());
    }

    /** Finds what was forgotten, as is done each minute. */
    void sweep() {
        new SweepDue(store.generations(), queue).sweep(clock.instant());
    }

    /** Runs until no message is left, the clock moving on as their delays say. */
    void runToTheEnd() {
        for (int step = 0; step < STEPS_MAX; step++) {
            List<RecordingWorkQueue.Sent> sent = queue.drain();
            if (sent.isEmpty()) {
                return;
            }
            for (RecordingWorkQueue.Sent message : sent) {
                clock.advance(message.delay());
                deliver(message.item());
            }
        }
        throw new IllegalStateException("No end after " + STEPS_MAX + " steps");
    }

    private ObjectNode record(String event, GenerationId id) {
        EventFile file = EventFile.read("provider-poll", event).with(PLACEHOLDER, id.value());
        return (ObjectNode) JSON.readTree(file.text()).get("Records").get(0);
    }

    private ObjectNode record(String body) {
        EventFile file = EventFile.read("provider-poll", "submit-due");
        ObjectNode record = (ObjectNode) JSON.readTree(file.text()).get("Records").get(0);
        return record.put("body", body);
    }

    private List<String> invoke(HandlerDriver environment, List<ObjectNode> records) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode all = event.putArray("Records");
        for (ObjectNode record : records) {
            all.add(record.put("messageId", "message-" + messages.incrementAndGet()));
        }
        JsonNode answer =
                environment.json(JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        return answer.get("batchItemFailures")
                .valueStream()
                .map(failure -> failure.get("itemIdentifier").asString())
                .toList();
    }
}
