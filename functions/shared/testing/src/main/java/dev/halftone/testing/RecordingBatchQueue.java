package dev.halftone.testing;

import dev.halftone.core.TransientFailure;
import dev.halftone.core.batch.BatchId;
import dev.halftone.core.batch.BatchQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A queue that delivers nothing and remembers everything. */
public final class RecordingBatchQueue implements BatchQueue {

    private static final Duration DELAY_MAX = Duration.ofMinutes(15);

    private final List<Sent> sent = new ArrayList<>();
    private boolean broken;

    /** One message, as it was sent. */
    public record Sent(BatchId batch, Duration delay) {}

    @Override
    public synchronized void send(BatchId batch, Duration delay) {
        if (delay.isNegative() || delay.compareTo(DELAY_MAX) > 0) {
            throw new IllegalArgumentException("A delay is at most 15 minutes");
        }
        if (broken) {
            throw new TransientFailure("sqs", "broken by a test");
        }
        sent.add(new Sent(batch, delay));
    }

    /** Everything sent since the last one, oldest first; and forgets it. */
    public synchronized List<Sent> drain() {
        List<Sent> drained = List.copyOf(sent);
        sent.clear();
        return drained;
    }

    /** Lets every message fail, or work again. */
    public synchronized void setBroken(boolean broken) {
        this.broken = broken;
    }
}
