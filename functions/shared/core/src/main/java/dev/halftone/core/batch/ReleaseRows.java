package dev.halftone.core.batch;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.SigningKey;
import dev.halftone.core.generation.Generation;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.GenerationState;
import dev.halftone.core.generation.Generations;
import dev.halftone.core.ledger.Account;
import dev.halftone.core.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a batch: notes what has ended, takes as many rows as have room, and begins them.
 *
 * <p>A row is taken by one conditional update, and only then begun. Whoever dies in between leaves
 * a row that is taken and has no generation: the next look begins it, under the same id. So no row
 * is begun twice, and none is lost.
 */
public final class ReleaseRows {

    static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final int TRIES_MAX = 3;
    // Later ones are the sweep's.
    private static final Duration MESSAGE_DELAY_MAX = Duration.ofMinutes(1);
    private static final Duration PAUSE_MIN = Duration.ofMinutes(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    private final Batches batches;
    private final Generations generations;
    private final Ledger ledger;
    private final BeginRow beginRow;
    private final BatchQueue queue;
    private final Rule rule;

    /**
     * How many rows of one person may be made at once, and the key that names them.
     *
     * @param rowsAtOnce of all batches of one person together
     */
    public record Rule(int rowsAtOnce, Supplier<SigningKey> key) {}

    public ReleaseRows(
            Batches batches,
            Generations generations,
            Ledger ledger,
            BeginRow beginRow,
            BatchQueue queue,
            Rule rule) {
        this.batches = batches;
        this.generations = generations;
        this.ledger = ledger;
        this.beginRow = beginRow;
        this.queue = queue;
        this.rule = rule;
    }

    /** One look. Does nothing if it is not due: then somebody else has just looked. */
    public void look(BatchId id, Instant now) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Batch> found = batches.find(id).filter(batch -> batch.isDue(now));
            if (found.isEmpty()) {
                return;
            }
            Lane lane = batches.lane(found.get().origin().owner());
            Look look = new Look(found.get(), lane, now);
            Batch after = look.after();
            if (batches.move(found.get(), after, lane)) {
                announce(begin(after, look.toBegin, lane.with(after), now), now);
                return;
            }
        }
    }

    /** Begins what was taken, until something keeps all the rest from beginning. */
    private Batch begin(Batch batch, List<Slot> toBegin, Lane lane, Instant now) {
        RowReader rows = new RowReader(batches, batch);
        List<Integer> refused = new ArrayList<>();
        BatchState state = batch.state();
        for (Slot slot : toBegin) {
            switch (beginRow.begin(batch, rows.row(slot.row()), now)) {
                case BeginRow.Outcome.Begun _ -> {}
                case BeginRow.Outcome.Refused _ -> refused.add(slot.row());
                case BeginRow.Outcome.Pause pause ->
                        state =
                                new BatchState.Paused(
                                        pause.reason(),
                                        now,
                                        now.plus(atLeast(pause.retryAfter(), PAUSE_MIN)));
            }
            if (state instanceof BatchState.Paused) {
                break;
            }
        }
        if (refused.isEmpty() && state.equals(batch.state())) {
            return batch;
        }
        List<Slot> left =
                batch.slots().stream().filter(slot -> !refused.contains(slot.row())).toList();
        Batch after = batch.in(state, batch.marks().with(refused, Mark.REFUSED), left, now);
        // If its owner was quicker, the next look comes to the same.
        return batches.move(batch, after, lane) ? after : batch;
    }

    private void announce(Batch batch, Instant now) {
        if (batch.dueAt() == null) {
            return;
        }
        Duration delay = Duration.between(now, batch.dueAt());
        if (delay.compareTo(MESSAGE_DELAY_MAX) >= 0) {
            return;
        }
        try {
            queue.send(batch.id(), delay.isNegative() ? Duration.ZERO : delay);
        } catch (DependencyFailure _) {
            // The sweep finds it by its due time.
        }
    }

    private static Duration atLeast(Duration one, Duration least) {
        return one.compareTo(least) < 0 ? least : one;
    }

    /** What one look finds and decides. */
    private final class Look {

        private final Batch batch;
        private final Lane lane;
        private final Instant now;
        private final List<Slot> kept = new ArrayList<>();
        private final List<Slot> toBegin = new ArrayList<>();
        private Marks marks;

        Look(Batch batch, Lane lane, Instant now) {
            this.batch = batch;
            this.lane = lane;
            this.now = now;
            this.marks = batch.marks();
        }

        Batch after() {
            BatchState state = afterPause();
            settle(state);
            if (!(state instanceof BatchState.Running)) {
                return batch.in(state, marks, kept, now);
            }
            int room = rule.rowsAtOnce() - lane.beside(batch.id()) - kept.size();
            for (int row : marks.first(Mark.WAITING, Math.max(0, room))) {
                Slot taken = new Slot(row, now);
                marks = marks.with(row, Mark.RUNNING);
                kept.add(taken);
                toBegin.add(taken);
            }
            boolean over = kept.isEmpty() && marks.count(Mark.WAITING) == 0;
            return batch.in(over ? new BatchState.Finished() : state, marks, kept, now);
        }

        private void settle(BatchState state) {
            Map<GenerationId, Generation> found = new HashMap<>();
            generations
                    .all(batch.slots().stream().map(slot -> idOf(batch, slot.row())).toList())
                    .forEach(generation -> found.put(generation.id(), generation));
            for (Slot slot : batch.slots()) {
                settle(slot, found.get(idOf(batch, slot.row())), state);
            }
        }

        private void settle(Slot slot, @Nullable Generation generation, BatchState state) {
            if (generation != null) {
                switch (generation.state()) {
                    case GenerationState.Succeeded _ -> marks = marks.with(slot.row(), Mark.MADE);
                    case GenerationState.Failed _ -> marks = marks.with(slot.row(), Mark.FAILED);
                    case GenerationState.Accepted _,
                            GenerationState.Submitting _,
                            GenerationState.Running _,
                            GenerationState.Delivering _ ->
                            kept.add(slot);
                }
                return;
            }
            if (state instanceof BatchState.Running) {
                kept.add(slot);
                toBegin.add(slot);
            } else if (slot.isOver(now)) {
                boolean never = state instanceof BatchState.Cancelled;
                marks = marks.with(slot.row(), never ? Mark.SKIPPED : Mark.WAITING);
            } else {
                // Whoever took it may be about to begin it.
                kept.add(slot);
            }
        }

        private BatchState afterPause() {
            if (!(batch.state() instanceof BatchState.Paused paused)
                    || paused.until() == null
                    || now.isBefore(paused.until())) {
                return batch.state();
            }
            if (!paused.reason().isOfAccount() || isSolvent()) {
                return new BatchState.Running();
            }
            // The longer nobody pays, the more rarely we look.
            Duration wait = Duration.between(paused.since(), now);
            Duration next = wait.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : atLeast(wait, PAUSE_MIN);
            return new BatchState.Paused(paused.reason(), paused.since(), now.plus(next));
        }

        private boolean isSolvent() {
            Account account =
                    ledger.account(batch.origin().account())
                            .orElse(Account.empty(batch.origin().account()));
            return StartBatch.unaffordable(account, batch.agreed().price().credits(), now)
                    .isEmpty();
        }
    }

    private GenerationId idOf(Batch batch, int row) {
        return BatchRows.generation(batch, row, rule.key().get());
    }
}
