package dev.halftone.local.journey;

import dev.halftone.local.LocalConfig;
import dev.halftone.local.LocalStudio;
import dev.halftone.local.LocalStudio.Pause;
import dev.halftone.local.QueueAccess;
import dev.halftone.sandbox.fal.FalRequestView;
import dev.halftone.sandbox.work.Work;
import dev.halftone.testing.EventFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The whole product on free ports with an empty state folder, started once for all journeys, and
 * what can befall it: messages that vanish, workers that die, and time that passes.
 */
final class RunningStudio {

    static final String WORKER = "ProviderPollFunction";

    // What the envelopes say.
    private static final String SWEEP_TIME = "2026-11-16T15:50:00Z";
    private static final String RECONCILE_TIME = "2026-11-16T16:00:00Z";
    // Fast enough for a test, slow enough to be seen working.
    private static final Duration PACE = Duration.ofMillis(50);
    // When a provider that calls back is asked all the same: twice the usual time of a picture.
    private static final Duration BACKSTOP = Duration.ofSeconds(30);
    // What is overdue by less is still left to its message.
    private static final Duration OVERDUE = Duration.ofSeconds(25);

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final TurnableClock clock = new TurnableClock();
    private final LocalStudio local;
    private final QueueAccess provider;
    private final QueueAccess delivery;
    private final LedgerAccess ledger;
    private final URI tables;

    private RunningStudio(String profile) {
        try {
            Path state = Files.createTempDirectory("halftone-journeys");
            PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
            LocalConfig config =
                    LocalConfig.onFreePorts(state, PACE, silent).with(clock).withProfile(profile);
            local = LocalStudio.start(config);
            Runtime.getRuntime().addShutdownHook(new Thread(local::close));
            provider = new QueueAccess(config, "halftone-local-provider");
            delivery = new QueueAccess(config, "halftone-local-delivery");
            ledger = new LedgerAccess(config);
            tables = URI.create("http://127.0.0.1:" + config.ports().dynamoDb());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Halftone {
        private static final RunningStudio STUDIO = new RunningStudio("halftone");
    }

    private static final class Generous {
        private static final RunningStudio STUDIO = new RunningStudio("generous");
    }

    /** The service as it is. */
    static RunningStudio halftone() {
        return Halftone.STUDIO;
    }

    /**
     * Another operator's: a welcome of 1000 credits, pictures for 100 and for 1000. In one JVM the
     * queue engine keeps one database, so it may be handed the other's messages; it does not know
     * their generations and lets them be.
     */
    static RunningStudio generous() {
        return Generous.STUDIO;
    }

    static LocalStudio get() {
        return halftone().local;
    }

    URI address() {
        return local.address();
    }

    QueueAccess provider() {
        return provider;
    }

    QueueAccess delivery() {
        return delivery;
    }

    LedgerAccess ledger() {
        return ledger;
    }

    /** Where its tables answer. */
    URI tables() {
        return tables;
    }

    /** Every item of every table, as text. */
    List<String> items() {
        return ledger.items();
    }

    /** What everything in this studio believes that the time is. */
    Instant now() {
        return clock.instant();
    }

    Pause pause(QueueAccess queue) {
        return local.pause(queue.name());
    }

    /** Lets a worker have a message, as the event source would. */
    void work(String event) {
        local.invoke(WORKER, event);
    }

    void turnClock(Duration by) {
        clock.turn(by);
    }

    /** Time passes until what waits for a lost message is overdue, and the schedule ticks. */
    void sweepLater() {
        clock.turn(OVERDUE);
        tick("GenerationSweepFunction", EventFile.read("generation-sweep", "tick"), SWEEP_TIME);
    }

    /** Time passes until the poll that makes up for a lost callback was forgotten, and found. */
    void pollLater() {
        clock.turn(BACKSTOP);
        sweepLater();
    }

    /** The hourly schedule ticks. */
    void reconcile() {
        tick("ReconciliationFunction", EventFile.read("reconciliation", "tick"), RECONCILE_TIME);
    }

    /** The hourly schedule of the seals ticks. */
    void sign() {
        tick("LedgerSealFunction", EventFile.read("ledger-seal", "tick"), RECONCILE_TIME);
    }

    private void tick(String function, EventFile event, String time) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        local.invoke(function, event.with(time, now).text());
    }

    /** Returns once the provider has called back so often, and was heard. */
    void untilCalledBack(String generation, int times) {
        until(
                "called back",
                () ->
                        orders(generation).stream()
                                        .flatMap(order -> order.webhookAnswers().stream())
                                        .filter(answer -> answer == 200)
                                        .count()
                                >= times);
    }

    /** How often the provider heard of this generation after it took it. */
    int calls(String generation) {
        return orders(generation).stream().mapToInt(FalRequestView::calls).sum();
    }

    void untilCalled(String generation, int times) {
        until("called", () -> calls(generation) >= times);
    }

    /** Returns once the provider works on nothing of this generation. */
    void untilDone(String generation) {
        until(
                "done",
                () ->
                        orders(generation).stream()
                                .allMatch(order -> order.state().equals("COMPLETED")));
    }

    static void until(String what, BooleanSupplier happened) {
        Instant giveUp = Instant.now().plus(WAIT_MAX);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Not " + what + " after " + WAIT_MAX);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** How many orders with this prompt another provider than fal.ai has taken. */
    int taken(String provider, String prompt) {
        return (int)
                local.works(provider).stream()
                        .filter(work -> work.asked().prompt().equals(prompt))
                        .count();
    }

    /** Returns once another provider than fal.ai works on nothing with this prompt. */
    void untilMade(String provider, String prompt) {
        until(
                "made",
                () ->
                        local.works(provider).stream()
                                .filter(work -> work.asked().prompt().equals(prompt))
                                .allMatch(work -> work.phase(now()) == Work.Phase.ENDED));
    }

    void untilGone(String provider, String prompt) {
        until("gone", () -> taken(provider, prompt) == 0);
    }

    /** What the provider was asked to make for this generation. */
    List<FalRequestView> orders(String generation) {
        return local.providerRequests().stream()
                .filter(
                        order ->
                                order.webhook() != null
                                        && order.webhook().endsWith("/" + generation))
                .toList();
    }
}
