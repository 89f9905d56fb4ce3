package dev.halftone.testing.simulation;

import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A queue that loses, repeats, delays and reorders, as much as a standard queue may and more. */
final class SimulatedQueue implements WorkQueue {

    private static final Duration DELAY_MAX = Duration.ofMinutes(15);
    private static final Duration LATE_MAX = Duration.ofMinutes(6);
    private static final Duration TRANSPORT_MAX = Duration.ofMillis(300);
    private static final Duration VISIBILITY = Duration.ofSeconds(75);
    private static final int RECEIVES_MAX = 5;

    private final World world;
    private final Predicate<String> worker;
    private final List<String> sent = new ArrayList<>();

    /**
     * An empty queue.
     *
     * @param worker handles a message body and says whether it was done with it
     */
    SimulatedQueue(World world, Predicate<String> worker) {
        this.world = world;
        this.worker = worker;
    }

    @Override
    public void send(WorkItem item, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("A delay is at most 15 minutes");
        }
        world.call(
                "send",
                () -> {
                    world.refuse(Trouble.QUEUE_UNREACHABLE, "queue");
                    transport(item.body(), delay);
                    world.refuse(Trouble.QUEUE_REPLY_LOST, "queue");
                    return item;
                });
    }

    private void transport(String body, Duration delay) {
        sent.add(body);
        if (world.mix.strikes(Trouble.MESSAGE_LOST)) {
            return;
        }
        hand(body, delay, 1);
        if (world.mix.strikes(Trouble.MESSAGE_DOUBLED)) {
            hand(body, delay, 1);
        }
    }

    private void hand(String body, Duration delay, int receive) {
        Duration late =
                world.mix.strikes(Trouble.MESSAGE_LATE)
                        ? world.upTo(LATE_MAX)
                        : world.upTo(TRANSPORT_MAX);
        world.timeline.later(delay.plus(late), () -> receive(body, receive));
    }

    private void receive(String body, int receive) {
        if (worker.test(body)) {
            return;
        }
        if (receive == RECEIVES_MAX) {
            world.tally.saw(Sight.MESSAGE_DEAD_LETTERED);
        } else {
            hand(body, VISIBILITY, receive + 1);
        }
    }

    /** Everything ever sent comes once more, dead letters included, in any order. */
    void echo(Duration within) {
        for (String body : List.copyOf(sent)) {
            world.timeline.later(world.upTo(within), () -> receive(body, 1));
        }
    }
}
