package dev.halftone.core.batch;

import dev.halftone.core.account.UserId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The batches of one person that are under way, and how many rows of each are being made. Rows of
 * different people never wait for each other; those of one person share one lane, however many
 * batches they are spread over.
 *
 * @param running rows that are being made, by the batch's id
 */
public record Lane(UserId owner, Map<String, Integer> running, long revision) {

    /** Who wants more waits for one to end. */
    public static final int BATCHES_MAX = 20;

    public Lane {
        running = Map.copyOf(running);
    }

    public static Lane empty(UserId owner) {
        return new Lane(owner, Map.of(), 0);
    }

    public boolean isFull() {
        return running.size() >= BATCHES_MAX;
    }

    /** How many rows are being made, those of that batch not counted. */
    int beside(BatchId batch) {
        return running.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(batch.value()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The lane once that batch stands so. */
    public Lane with(Batch batch) {
        Map<String, Integer> changed = new TreeMap<>(running);
        if (batch.isUnderWay()) {
            changed.put(batch.id().value(), batch.slots().size());
        } else {
            changed.remove(batch.id().value());
        }
        return changed.equals(new TreeMap<>(running))
                ? this
                : new Lane(owner, changed, revision + 1);
    }
}
