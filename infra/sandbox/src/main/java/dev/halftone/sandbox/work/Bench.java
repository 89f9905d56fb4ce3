package dev.halftone.sandbox.work;

import dev.halftone.sandbox.painter.Film;
import dev.halftone.sandbox.painter.Painter;
import java.awt.Dimension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The orders of one provider, in memory: a restart forgets them, as it forgets whatever is beyond
 * the newest few hundred.
 */
public final class Bench implements AutoCloseable {

    private static final int KEPT_MAX = 400;
    private static final int REFUSALS_BEFORE_SUCCESS = 2;

    /** In ticks of the pace: a picture takes 3.5 of them, of which the first is the queue. */
    private static final double RUN_TICKS = 2.5;

    private static final double SLOW_RUN_TICKS = 19;
    private static final double REFUSAL_TICKS = 0.5;

    /** When everybody has given it up. */
    private static final Duration LATE_RUN = Duration.ofMinutes(10);

    /** Longer than any caller waits. */
    private static final Duration LINE_OPEN_MAX = Duration.ofMinutes(4);

    private final Clock clock;
    private final Duration pace;
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final Map<String, Integer> tries = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Bench(Clock clock, Duration pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** How an order is received. */
    public enum Reception {
        TAKEN,
        TOO_MANY,
        UNAVAILABLE,
        /** It is taken, and the answer is lost. */
        LOST
    }

    /**
     * Looks at the words of an order that make the provider misbehave.
     *
     * @param sameness what makes two orders the same one, tried again
     */
    public synchronized Reception reception(String sameness, String prompt) {
        Set<Magic> magic = Magic.in(prompt);
        if (magic.isEmpty()) {
            return Reception.TAKEN;
        }
        int tried = tries.merge(sameness, 1, Integer::sum);
        bound(tries);
        if (tried <= REFUSALS_BEFORE_SUCCESS && magic.contains(Magic.TOO_MANY)) {
            return Reception.TOO_MANY;
        }
        if (tried <= REFUSALS_BEFORE_SUCCESS && magic.contains(Magic.UNAVAILABLE)) {
            return Reception.UNAVAILABLE;
        }
        return magic.contains(Magic.LOST) && tried == 1 ? Reception.LOST : Reception.TAKEN;
    }

    /** Takes an order, its whole future already decided. */
    public Work take(String model, Asked asked, JsonNode body, @Nullable String callback) {
        Instant now = clock.instant();
        Instant start = now.plus(pace);
        Set<Magic> magic = Magic.in(asked.prompt());
        Work work =
                new Work(
                        UUID.randomUUID().toString(),
                        UUID.randomUUID() + (asked.seconds() == null ? ".png" : ".mp4"),
                        model,
                        asked,
                        body,
                        callback,
                        now,
                        start,
                        end(start, magic),
                        ending(magic),
                        magic);
        synchronized (this) {
            works.put(work.id(), work);
            bound(works);
        }
        return work;
    }

    public synchronized Optional<Work> find(String id) {
        return Optional.ofNullable(works.get(id));
    }

    /** The finished work whose media has this name. */
    public synchronized Optional<Work> ofFile(String name) {
        return works.values().stream()
                .filter(work -> work.file().equals(name))
                .filter(work -> work.ending() == Work.Ending.MEDIA)
                .filter(work -> phase(work) == Work.Phase.ENDED)
                .findFirst();
    }

    public synchronized List<Work> newestFirst() {
        return new ArrayList<>(works.values()).reversed();
    }

    public Clock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Work.Phase phase(Work work) {
        return work.phase(clock.instant());
    }

    public synchronized void stop(String id) {
        works.computeIfPresent(id, (_, work) -> work.stopped(clock.instant(), pace));
    }

    public synchronized void remove(String id) {
        works.remove(id);
    }

    /** The file of a finished work, painted when it is asked for. */
    public byte[] media(Work work) {
        Asked asked = work.asked();
        String prompt = Magic.without(asked.prompt());
        Integer seconds = asked.seconds();
        byte[] file =
                seconds == null
                        ? Painter.paint(
                                prompt,
                                asked.seed(),
                                asked.width(),
                                asked.height(),
                                asked.brought())
                        : Film.shoot(
                                prompt,
                                asked.seed(),
                                new Dimension(asked.width(), asked.height()),
                                seconds,
                                asked.brought());
        return work.is(Magic.TRUNCATED) ? Arrays.copyOf(file, file.length * 3 / 5) : file;
    }

    /** Does something in each phase, once it is reached; the last is the end. */
    public void follow(Work taken, Consumer<Work> happening) {
        threads.execute(
                () -> {
                    try {
                        for (Work.Phase phase : List.of(Work.Phase.WORKING, Work.Phase.ENDED)) {
                            await(taken.id(), phase);
                            find(taken.id()).ifPresent(happening);
                        }
                    } catch (InterruptedException closing) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /**
     * Returns once the work has ended, for callers that keep their line open.
     *
     * @return whether it has ended; {@code false} once everybody has hung up
     */
    public boolean awaitEnd(Work work) {
        try {
            long until = System.nanoTime() + LINE_OPEN_MAX.toNanos();
            while (System.nanoTime() < until) {
                if (find(work.id()).filter(now -> phase(now) == Work.Phase.ENDED).isPresent()) {
                    return true;
                }
                Thread.sleep(glance());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private long glance() {
        return Math.clamp(pace.toMillis() / 10, 1, 100);
    }

    /** Looks instead of sleeping to a time: it may be stopped, and a test moves its clock. */
    private void await(String id, Work.Phase phase) throws InterruptedException {
        while (find(id).filter(work -> phase(work).compareTo(phase) < 0).isPresent()) {
            Thread.sleep(glance());
        }
    }

    private @Nullable Instant end(Instant start, Set<Magic> magic) {
        if (magic.contains(Magic.NEVER)) {
            return null;
        }
        if (magic.contains(Magic.LATE)) {
            return start.plus(LATE_RUN);
        }
        double ticks =
                magic.contains(Magic.MODERATION)
                        ? REFUSAL_TICKS
                        : magic.contains(Magic.SLOW) ? SLOW_RUN_TICKS : RUN_TICKS;
        return start.plusNanos((long) (pace.toNanos() * ticks));
    }

    private static Work.Ending ending(Set<Magic> magic) {
        if (magic.contains(Magic.MODERATION)) {
            return Work.Ending.MODERATION;
        }
        return magic.contains(Magic.FAIL) ? Work.Ending.FAILURE : Work.Ending.MEDIA;
    }

    private static <V> void bound(Map<String, V> map) {
        if (map.size() > KEPT_MAX) {
            map.remove(map.keySet().iterator().next());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
