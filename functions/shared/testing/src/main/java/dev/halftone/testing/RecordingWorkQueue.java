package dev.halftone.testing;

import dev.halftone.core.PermanentFailure;
import dev.halftone.core.TransientFailure;
import dev.halftone.core.generation.WorkItem;
import dev.halftone.core.generation.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A queue that delivers nothing and remembers everything. */
public final class RecordingWorkQueue implements WorkQueue {

    private static final Duration DELAY_MAX = Duration.ofMinutes(15);

    private final List<Sent> sent = new ArrayList<>();
    private final Set<WorkItem.Stage> broken = EnumSet.noneOf(WorkItem.Stage.class);
    private boolean missing;

    /** One message, as it was sent. */
    public record Sent(WorkItem item, Duration delay) {}

    @Override
    public synchronized void send(WorkItem item, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("A delay is at most 15 minutes");
        }
        if (missing) {
            throw new PermanentFailure("sqs", "removed by a test");
        }
        if (broken.contains(item.stage())) {
            throw new TransientFailure("sqs", "broken by a test");
        }
        sent.add(new Sent(item, delay));
    }

    /** Everything sent since the last {@link #drain}, oldest first. */
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Like {@link #sent}, and forgets it. */
    public synchronized List<Sent> drain() {
        List<Sent> drained = List.copyOf(sent);
        sent.clear();
        return drained;
    }

    /** As if nobody had made the queue: every message fails for good. */
    public synchronized void remove() {
        missing = true;
    }

    /** Lets every message fail, or work again. */
    public synchronized void setBroken(boolean broken) {
        for (WorkItem.Stage stage : WorkItem.Stage.values()) {
            setBroken(stage, broken);
        }
    }

    /** Lets every message of one stage fail, or work again. */
    public synchronized void setBroken(WorkItem.Stage stage, boolean broken) {
        if (broken) {
            this.broken.add(stage);
        } else {
            this.broken.remove(stage);
        }
    }
}
