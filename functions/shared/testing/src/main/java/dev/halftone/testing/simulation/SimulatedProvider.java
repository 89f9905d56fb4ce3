package dev.halftone.testing.simulation;

import dev.halftone.core.catalogue.MediaKind;
import dev.halftone.core.catalogue.Route;
import dev.halftone.core.generation.Endpoints;
import dev.halftone.core.generation.FailureReason;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.Provider;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.Provider.PollOutcome;
import dev.halftone.core.generation.Provider.SubmissionOutcome;
import dev.halftone.core.generation.ProviderMedia;
import dev.halftone.core.generation.ProviderOrder;
import dev.halftone.core.generation.ProviderRequest;
import dev.halftone.core.generation.Retention;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A model provider with everything that real ones do. */
final class SimulatedProvider implements Provider.Submission, Provider.Polling, TakesOrders {

    private static final Duration QUICK = Duration.ofSeconds(25);
    private static final Duration SLOW = Duration.ofMinutes(3);
    private static final Duration AFTER_DEADLINE = Duration.ofMinutes(7);
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(90);
    private static final Duration CALL_MAX = Duration.ofSeconds(2);
    private static final Duration RESEND_CALLBACK = Duration.ofSeconds(60);
    private static final int CALLBACKS_MAX = 8;
    private static final List<Integer> RESULTS = List.of(1, 1, 1, 1, 1, 1, 2, 2, 0, 5);

    private final World world;
    private final String name;
    private final Kind kind;
    private final BiPredicate<GenerationId, String> callback;
    private final Map<String, Work> works = new HashMap<>();
    private final Map<GenerationId, Integer> taken = new HashMap<>();
    private final Set<String> erased = new HashSet<>();

    /**
     * A provider without work.
     *
     * @param callback where it calls back to; says whether it was heard
     */
    SimulatedProvider(
            World world, String name, Kind kind, BiPredicate<GenerationId, String> callback) {
        this.world = world;
        this.name = name;
        this.kind = kind;
        this.callback = callback;
    }

    /** What may be done about an order without an answer. */
    enum Kind {
        /** It may be given once more. */
        SWIFT,
        /** Nothing. */
        DEAR,
        /** The provider can be asked about it; it also erases what it has. */
        OPEN
    }

    /** What a provider knows of one order. */
    private static final class Work {

        private final String id;
        private final GenerationId generation;
        private final long takenAt;
        private final long doneAt;
        private final @Nullable FailureReason failure;
        private final boolean changesItsMind;
        private boolean saidFailed;
        private boolean stopped;
        private int edition;

        private Work(World world, String id, GenerationId generation) {
            this.id = id;
            this.generation = generation;
            this.takenAt = world.timeline.nowMillis();
            this.doneAt = takenAt + duration(world);
            this.failure =
                    world.mix.strikes(Trouble.PROVIDER_FAILS)
                            ? world.anyOf(
                                    List.of(FailureReason.MODERATION, FailureReason.PROVIDER_ERROR))
                            : null;
            this.changesItsMind = world.mix.strikes(Trouble.PROVIDER_CHANGES_ITS_MIND);
        }

        private static long duration(World world) {
            if (world.mix.strikes(Trouble.PROVIDER_NEVER_ENDS)) {
                return Long.MAX_VALUE / 2;
            }
            if (world.mix.strikes(Trouble.PROVIDER_TOO_LATE)) {
                return AFTER_DEADLINE.plus(world.upTo(SLOW)).toMillis();
            }
            return world.upTo(world.mix.strikes(Trouble.PROVIDER_SLOW) ? SLOW : QUICK).toMillis();
        }

        private boolean ends() {
            return doneAt < Long.MAX_VALUE / 4;
        }
    }

    Provider provider() {
        return new Provider(
                name,
                Endpoints.of("**"),
                this,
                this,
                this::cancel,
                kind == Kind.OPEN ? (order, _) -> inquire(order) : null,
                new Provider.Terms(
                        kind == Kind.SWIFT ? EnumSet.allOf(MediaKind.class) : Set.of(),
                        () -> false,
                        retention()));
    }

    private Retention retention() {
        return switch (kind) {
            case SWIFT ->
                    Retention.of(
                            new Retention.Keeping.NotKept(), new Retention.Keeping.Expires(SLOW));
            case DEAR -> Retention.UNDECLARED;
            case OPEN -> Retention.erasedBy(this::erase);
        };
    }

    private ErasureOutcome erase(ProviderRequest request) {
        return world.call(
                "erase",
                () -> {
                    if (world.mix.strikes(Trouble.ERASURE_UNANSWERED)) {
                        return new ErasureOutcome.Unanswered("no answer");
                    }
                    boolean known = works.containsKey(request.id()) && erased.add(request.id());
                    return known ? new ErasureOutcome.Erased() : new ErasureOutcome.Gone();
                });
    }

    @Override
    public boolean hasErased(String request) {
        return erased.contains(request);
    }

    @Override
    public int taken(GenerationId generation) {
        return taken.getOrDefault(generation, 0);
    }

    @Override
    public int takenMax() {
        return kind == Kind.DEAR ? 1 : 2;
    }

    @Override
    public SubmissionOutcome submit(ProviderOrder order) {
        return world.call("order", () -> answer(order.generation()));
    }

    private SubmissionOutcome answer(GenerationId generation) {
        if (world.mix.strikes(Trouble.PROVIDER_BUSY)) {
            return new SubmissionOutcome.Postponed(world.upTo(RETRY_AFTER_MAX), "busy");
        }
        if (world.mix.strikes(Trouble.PROVIDER_LOCKED)) {
            return world.rarely(2)
                    ? SubmissionOutcome.Refused.key("locked out")
                    : SubmissionOutcome.Refused.endpoint("not offered");
        }
        if (world.mix.strikes(Trouble.PROVIDER_REFUSES)) {
            return new SubmissionOutcome.Refused(
                    world.anyOf(List.of(FailureReason.MODERATION, FailureReason.INVALID_REQUEST)),
                    "refused");
        }
        if (world.mix.strikes(Trouble.ORDER_LOST)) {
            return new SubmissionOutcome.Unknown("never arrived");
        }
        Work work = take(generation);
        return world.mix.strikes(Trouble.ORDER_REPLY_LOST)
                ? new SubmissionOutcome.Unknown("taken, and the reply lost")
                : new SubmissionOutcome.Taken(request(work.id));
    }

    private SubmissionOutcome inquire(ProviderOrder order) {
        return world.call("inquiry", () -> found(order.generation()));
    }

    private SubmissionOutcome found(GenerationId generation) {
        if (world.mix.strikes(Trouble.INQUIRY_UNANSWERED)) {
            return new SubmissionOutcome.Unknown("no answer");
        }
        return works.values().stream()
                .filter(work -> work.generation.equals(generation))
                .map(work -> work.id)
                .filter(id -> !erased.contains(id))
                .min(Comparator.naturalOrder())
                .<SubmissionOutcome>map(id -> new SubmissionOutcome.Taken(request(id)))
                .orElseGet(
                        () -> new SubmissionOutcome.Postponed(world.upTo(CALL_MAX), "not taken"));
    }

    private Work take(GenerationId generation) {
        Work work = new Work(world, name + "-" + works.size(), generation);
        works.put(work.id, work);
        if (taken.merge(generation, 1, Integer::sum) > 1) {
            world.tally.saw(Sight.TAKEN_TWICE);
        }
        long wait = work.doneAt - world.timeline.nowMillis();
        // Before the caller has even got its answer; nobody hears whether it was understood.
        boolean early = world.mix.strikes(Trouble.CALLBACK_EARLY);
        boolean heard = early && callback.test(work.generation, work.id);
        if (early) {
            world.note("calls back early", heard);
        }
        if (work.ends() && !world.mix.strikes(Trouble.CALLBACK_LOST)) {
            callBack(work, Duration.ofMillis(wait), 1);
            if (world.mix.strikes(Trouble.CALLBACK_DOUBLED)) {
                callBack(work, Duration.ofMillis(wait).plus(world.upTo(CALL_MAX)), 1);
            }
        }
        return work;
    }

    private void callBack(Work work, Duration delay, int call) {
        world.timeline.later(
                delay.plus(world.upTo(CALL_MAX)),
                () -> {
                    if (!callback.test(work.generation, work.id) && call < CALLBACKS_MAX) {
                        callBack(work, RESEND_CALLBACK, call + 1);
                    }
                });
    }

    @Override
    public ProviderRequest requestOf(Route route, String providerRequestId) {
        return request(providerRequestId);
    }

    private ProviderRequest request(String id) {
        return new ProviderRequest(name, id, Map.of());
    }

    @Override
    public PollOutcome poll(ProviderRequest request) {
        return world.call(
                "poll", () -> state(hasErased(request.id()) ? null : works.get(request.id())));
    }

    private PollOutcome state(@Nullable Work work) {
        if (world.mix.strikes(Trouble.STATUS_UNANSWERED)) {
            return new PollOutcome.Unanswered("no answer");
        }
        if (work == null || world.mix.strikes(Trouble.STATUS_UNKNOWN)) {
            return new PollOutcome.NotFound("unknown");
        }
        if (work.stopped) {
            return new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "stopped");
        }
        boolean done = work.doneAt <= world.timeline.nowMillis();
        if (!done || world.mix.strikes(Trouble.STATUS_GOES_BACK)) {
            return new PollOutcome.Working(world.rarely(2) ? null : world.random.nextInt(4));
        }
        if (work.failure != null) {
            return new PollOutcome.Failed(work.failure, "failed");
        }
        if (work.changesItsMind && !work.saidFailed) {
            work.saidFailed = true;
            return new PollOutcome.Failed(FailureReason.PROVIDER_ERROR, "failed, it thinks");
        }
        return new PollOutcome.Completed(results(work));
    }

    private List<ProviderMedia> results(Work work) {
        int count = world.mix.strikes(Trouble.RESULT_SPOILT) ? world.anyOf(RESULTS) : 1;
        work.edition += world.mix.strikes(Trouble.ADDRESS_CHANGES) ? 1 : 0;
        String address = "https://" + name + ".test/" + work.id + "/" + work.edition + "/";
        List<ProviderMedia> results = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            results.add(new ProviderMedia(URI.create(address + index), "image/png"));
        }
        return Collections.unmodifiableList(results);
    }

    private void cancel(ProviderRequest request) {
        world.call(
                "stop",
                () -> {
                    Work work = works.get(request.id());
                    if (work == null
                            || work.doneAt <= world.timeline.nowMillis()
                            || world.rarely(2)) {
                        return "too late";
                    }
                    work.stopped = true;
                    return "stopped";
                });
    }
}
