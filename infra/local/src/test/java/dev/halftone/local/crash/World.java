package dev.halftone.local.crash;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.lambda.FunctionApplication;
import dev.halftone.lambda.HttpAnswer;
import dev.halftone.lambda.HttpEvent;
import dev.halftone.local.crash.HandlerProcess.Outcome;
import dev.halftone.testing.EventFile;
import dev.halftone.testing.MutableClock;
import dev.halftone.testing.Race;
import dev.halftone.testing.crash.Call;
import dev.halftone.testing.crash.CallLog;
import dev.halftone.testing.crash.Finding;
import dev.halftone.testing.crash.Lifeline;
import dev.halftone.testing.crash.Script;
import dev.halftone.testing.crash.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run: a visitor, the four functions, their cloud, the provider, and a clock that jumps to
 * whatever happens next. Everybody repeats what was not heard, as they do in the world: the browser
 * its request, the queue its message, fal.ai its callback, the scheduler its tick.
 */
final class World implements AutoCloseable {

    static final String PUBLIC_URL = "http://localhost:8080";

    private static final int STEPS_MAX = 400;
    // Two messages that come back, one after the other.
    private static final Duration LENGTH_MAX = Duration.ofHours(1);
    private static final Duration CLIENT_PAUSE = Duration.ofSeconds(2);
    private static final Duration CALLBACK_PAUSE = Duration.ofSeconds(15);
    private static final Duration SWEEP_RATE = Duration.ofMinutes(1);
    private static final int CALLBACKS_MAX = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The functions. */
    private enum Role {
        SUBMIT("generation-submit", Applications.Submit.class),
        POLL("provider-poll", Applications.Poll.class),
        WEBHOOK("provider-webhook", Applications.Webhook.class),
        SWEEP("generation-sweep", Applications.Sweep.class);

        private final String function;
        private final Class<? extends FunctionApplication> application;

        Role(String function, Class<? extends FunctionApplication> application) {
            this.function = function;
            this.application = application;
        }
    }

    /** What a function finds in the place of its cloud. */
    @FunctionalInterface
    interface Planting {
        Cloud plant(String function, Cloud good);
    }

    /** Something that somebody wants to happen. */
    private record Happening(Instant at, Runnable what) {}

    private static final class PendingCallback {
        final StubFal.Callback callback;
        Instant at;
        int tries;

        PendingCallback(StubFal.Callback callback, Instant at) {
            this.callback = callback;
            this.at = at;
        }
    }

    private final Story story;
    private final CallLog log;
    private final MutableClock clock =
            new MutableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final Instant end = clock.instant().plus(LENGTH_MAX);
    private final StubFal fal;
    private final StubGmi gmi;
    private final StubDreamMachine dreamMachine;
    private final QueueService queue = new QueueService(clock);
    private final Cloud cloud;
    private final Planting planting;
    private final Visitor visitor;
    private final Books books;
    private final Map<Role, HandlerProcess> processes = new EnumMap<>(Role.class);
    private final Map<Role, HandlerProcess> twins = new EnumMap<>(Role.class);
    private final List<PendingCallback> callbacks = new ArrayList<>();
    private final Deque<String> wishes = new ArrayDeque<>();
    private final List<HandlerProcess> frozen = new ArrayList<>();
    private Instant wishAt = clock.instant();
    private Instant tickAt = clock.instant().plus(SWEEP_RATE);
    private volatile Lifeline active;

    World(String run, Story story, Script script) {
        this(run, story, script, (_, cloud) -> cloud);
    }

    /**
     * Prepares a run.
     *
     * @param planting puts services that err in the place of good ones
     */
    World(String run, Story story, Script script, Planting planting) {
        Tables.forgetCircuits();
        this.story = story;
        this.visitor = Visitor.welcomed(clock.instant());
        this.log = new CallLog(script);
        this.active = new Lifeline("nobody", new CallLog(Script.calm()));
        this.fal = new StubFal(clock, story.mood(), () -> active);
        this.gmi = new StubGmi(clock, story.maker() == Story.Maker.FORGETFUL_GMI, () -> active);
        this.dreamMachine =
                new StubDreamMachine(
                        story.maker() == Story.Maker.HOARDING_DREAM_MACHINE, () -> active);
        ObjectService objects = new ObjectService();
        this.cloud = new Cloud(Tables.service(), queue, objects, parameters());
        this.planting = planting;
        this.books = new Books(run, visitor, objects, pictureSha256(story.maker()));
        wishes.add("quote");
        wishes.add("submission");
        if (story.losesFirstMessage()) {
            queue.dropNext();
        }
    }

    private static String pictureSha256(Story.Maker maker) {
        return switch (maker) {
            case FAL, OPENAI -> StubFal.pictureSha256();
            case GMI, FORGETFUL_GMI -> StubGmi.pictureSha256();
            case DREAM_MACHINE, HOARDING_DREAM_MACHINE -> StubDreamMachine.pictureSha256();
        };
    }

    private static ParameterService parameters() {
        return new ParameterService(
                Map.ofEntries(
                        Map.entry("/signing-key", Visitor.SIGNING_KEY),
                        Map.entry("/public-url", PUBLIC_URL),
                        Map.entry("/providers/fal", "key-id:key-secret"),
                        Map.entry("/providers/openai", "openai-secret"),
                        Map.entry("/providers/gemini", "gemini-secret"),
                        Map.entry("/fal-user", StubFal.USER),
                        Map.entry("/providers/gmi", "gmi-secret"),
                        Map.entry("/providers/dream-machine", "dream-secret"),
                        Map.entry("/providers/moderation", "moderation-secret")));
    }

    private Map<String, String> variables() {
        return Map.ofEntries(
                Map.entry("SESSIONS_TABLE", Tables.name("SessionsTable")),
                Map.entry("INSIGHT_TABLE", Tables.name("InsightTable")),
                Map.entry("STUDIO_TABLE", Tables.name("StudioTable")),
                Map.entry("LEDGER_TABLE", Tables.name("LedgerTable")),
                Map.entry("MEDIA_BUCKET", "media"),
                Map.entry("PROFILE", "halftone"),
                Map.entry("PROVIDER_QUEUE_URL", "https://sqs.example.org/1/provider"),
                Map.entry("DELIVERY_QUEUE_URL", "https://sqs.example.org/1/delivery"),
                Map.entry("DIRECT_QUEUE_URL", "https://sqs.example.org/1/direct"),
                Map.entry("BATCH_QUEUE_URL", "https://sqs.example.org/1/batch"),
                Map.entry("PUBLIC_URL_PARAMETER", "/public-url"),
                Map.entry("SIGNING_KEY_PARAMETER", "/signing-key"),
                Map.entry("FAL_USER_ID_PARAMETER", "/fal-user"),
                Map.entry("PROVIDER_PARAMETERS", "/providers/"),
                Map.entry(
                        "PROVIDER_STAND_INS",
                        ("fal=%1$s/fal,openai=%1$s/openai/v1,gemini=%1$s/gemini/v1,"
                                        + "moderation=%1$s/moderation,"
                                        + "gmi=%2$s,dream-machine=%3$s")
                                .formatted(fal.base(), gmi.base(), dreamMachine.base())),
                Map.entry("PAYMENT_PARAMETERS", "/payments/"),
                Map.entry("COOKIE_PREFIX", "__Host-"));
    }

    List<Call> calls() {
        return log.calls();
    }

    List<Call> struck() {
        return log.struck();
    }

    int ordered() {
        return fal.ordered() + gmi.ordered() + dreamMachine.ordered();
    }

    /** Runs until nobody wants anything any more, and says which promises were broken. */
    List<Finding> run() {
        runUntilQuiet();
        for (HandlerProcess process : List.copyOf(frozen)) {
            active = process.lifeline();
            process.thaw();
            books.look();
        }
        runUntilQuiet();
        books.close(story.end());
        if (story.maker().isListed() && ordered() > 1) {
            books.note(
                    Violation.ORDERED_TWICE, ordered() + " orders of what a list would have shown");
        }
        if (dreamMachine.held() > 0) {
            books.note(Violation.LEFT_BEHIND, dreamMachine.held() + " orders are still there");
        }
        if (!books.isEnded() || !books.findings().isEmpty()) {
            books.discard();
        }
        return books.findings();
    }

    private void runUntilQuiet() {
        for (int step = 0; step < STEPS_MAX && clock.instant().isBefore(end); step++) {
            collectCallbacks();
            if (isQuiet()) {
                return;
            }
            Happening next =
                    happenings().stream().min(Comparator.comparing(Happening::at)).orElseThrow();
            if (next.at().isAfter(clock.instant())) {
                clock.set(next.at());
                collectCallbacks();
            }
            next.what().run();
            books.look();
        }
        books.note(Violation.NEVER_ENDED, "there was always something more to do");
    }

    private boolean isQuiet() {
        return wishes.isEmpty()
                && callbacks.isEmpty()
                && queue.first().isEmpty()
                && books.isEnded();
    }

    private List<Happening> happenings() {
        List<Happening> all = new ArrayList<>();
        if (!wishes.isEmpty()) {
            all.add(new Happening(wishAt, this::wish));
        }
        queue.first()
                .ifPresent(first -> all.add(new Happening(first.visibleAt(), () -> work(first))));
        callbacks.forEach(call -> all.add(new Happening(call.at, () -> callBack(call))));
        if (!books.isEnded()) {
            all.add(new Happening(tickAt, this::tick));
        }
        return all;
    }

    private void collectCallbacks() {
        fal.callbacks().forEach(call -> callbacks.add(new PendingCallback(call, clock.instant())));
    }

    private void wish() {
        String name = wishes.getFirst();
        HttpEvent event =
                switch (name) {
                    case "quote" -> visitor.quoteRequest(story.maker());
                    case "submission" -> visitor.submission(story.maker());
                    default -> visitor.cancellation();
                };
        wishAt = clock.instant().plus(CLIENT_PAUSE);
        if (!(invoke(Role.SUBMIT, event.bytes()) instanceof Outcome.Answered(String json))) {
            return;
        }
        HttpAnswer answer = new HttpAnswer(JSON.readTree(json));
        if (answer.status() >= 500) {
            return;
        }
        wishes.removeFirst();
        switch (name) {
            case "quote" -> visitor.keep(answer.json().path("quote").asString());
            case "submission" -> {
                if (answer.status() >= 300 || books.generation().isEmpty()) {
                    books.note(
                            Violation.ACKNOWLEDGED_WITHOUT_EFFECT,
                            "the submission was answered " + answer.status());
                }
                if (story.cancels()) {
                    wishes.add("cancellation");
                }
            }
            default -> {}
        }
    }

    private void work(QueueService.Message waiting) {
        QueueService.Message message = queue.receive(waiting);
        EventFile event = EventFile.read("provider-poll", "submit-due");
        JsonNode root = JSON.readTree(event.text());
        JsonNode record = root.path("Records").path(0);
        ((ObjectNode) record).put("messageId", message.id()).put("body", message.body());
        Outcome outcome =
                invoke(Role.POLL, JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        if (outcome instanceof Outcome.Answered(String json)
                && JSON.readTree(json).path("batchItemFailures").isEmpty()) {
            queue.delete(message);
        }
    }

    private void callBack(PendingCallback pending) {
        HttpEvent event =
                HttpEvent.read("provider-webhook", "fal-ok")
                        .pathParameter("id", pending.callback.generation())
                        .body(pending.callback.body());
        for (Map.Entry<String, String> header : pending.callback.headers().entrySet()) {
            event = event.header(header.getKey(), header.getValue());
        }
        pending.tries++;
        pending.at = clock.instant().plus(CALLBACK_PAUSE);
        int before = queue.sent().size();
        Outcome outcome = invoke(Role.WEBHOOK, event.bytes());
        boolean heard =
                outcome instanceof Outcome.Answered(String json)
                        && new HttpAnswer(JSON.readTree(json)).status() == 200;
        if (heard && queue.sent().stream().skip(before).noneMatch(World::isCallback)) {
            books.note(
                    Violation.ACKNOWLEDGED_WITHOUT_EFFECT,
                    "fal.ai was told that its callback arrived, but nobody was woken");
        }
        if (heard || pending.tries == CALLBACKS_MAX) {
            callbacks.remove(pending);
        }
    }

    private static boolean isCallback(String body) {
        return WorkItem.parse(body).cause() == WorkItem.Cause.CALLBACK;
    }

    private void tick() {
        tickAt = clock.instant().plus(SWEEP_RATE);
        invoke(
                Role.SWEEP,
                EventFile.read("generation-sweep", "tick")
                        .with("2026-11-16T15:50:00Z", clock.instant().toString())
                        .bytes());
    }

    private Outcome invoke(Role role, byte[] event) {
        HandlerProcess process = processes.computeIfAbsent(role, this::start);
        active = process.lifeline();
        Outcome outcome = story.twice() ? invokeTwice(role, process, event) : process.invoke(event);
        switch (outcome) {
            case Outcome.Died _ -> processes.remove(role);
            case Outcome.Frozen _ -> {
                processes.remove(role);
                frozen.add(process);
            }
            case Outcome.Answered _, Outcome.Failed _ -> {}
        }
        return outcome;
    }

    /** Two environments get the same event at the same moment. */
    private Outcome invokeTwice(Role role, HandlerProcess process, byte[] event) {
        HandlerProcess other = twins.computeIfAbsent(role, this::start);
        List<Outcome> outcomes = Race.run(2, racer -> (racer == 0 ? process : other).invoke(event));
        return outcomes.getFirst();
    }

    private HandlerProcess start(Role role) {
        return HandlerProcess.start(
                role.application,
                variables(),
                clock,
                new Outside(
                        new Lifeline(role.function, log), planting.plant(role.function, cloud)));
    }

    @Override
    public void close() {
        fal.close();
        gmi.close();
        dreamMachine.close();
    }
}
