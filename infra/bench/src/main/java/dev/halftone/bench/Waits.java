package dev.halftone.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What becomes of messages that wait for an event source, in time that nobody has to wait for. A
 * batch is taken when an execution is free, from what is there then; its messages are worked on at
 * the same time, and it ends with the slowest of them.
 */
final class Waits {

    private Waits() {}

    /**
     * A message.
     *
     * @param work how long its provider takes to answer
     */
    record Message(Duration arrival, Duration work) {}

    /**
     * How long each message waits until it is taken.
     *
     * @param messages in the order of their arrival
     */
    static List<Duration> of(EventSource source, List<Message> messages) {
        PriorityQueue<Duration> free = new PriorityQueue<>();
        for (int execution = 0; execution < source.executions(); execution++) {
            free.add(Duration.ZERO);
        }
        List<Duration> waits = new ArrayList<>();
        int next = 0;
        while (next < messages.size()) {
            Duration start = later(free.remove(), messages.get(next).arrival());
            Duration work = Duration.ZERO;
            int taken = 0;
            while (taken < source.batch()
                    && next < messages.size()
                    && messages.get(next).arrival().compareTo(start) <= 0) {
                Message message = messages.get(next);
                waits.add(start.minus(message.arrival()));
                work = later(work, message.work());
                taken++;
                next++;
            }
            free.add(start.plus(work));
        }
        return waits;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
