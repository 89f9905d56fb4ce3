package dev.halftone.core.generation;

import dev.halftone.core.DependencyFailure;
import dev.halftone.core.generation.GenerationEvent.ErasureEnded;
import dev.halftone.core.generation.GenerationEvent.ErasureStarted;
import dev.halftone.core.generation.GenerationEvent.LeftBehind;
import dev.halftone.core.generation.GenerationState.Failed;
import dev.halftone.core.generation.Provider.ErasureOutcome;
import dev.halftone.core.generation.Receipt.Manner;
import dev.halftone.core.generation.Remains.ToErase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Has erased what a provider still has of a generation that has ended, and keeps the receipts. It
 * begins after the end, when whatever was delivered is stored with us, and no end waits for it.
 */
public final class EraseAtProvider implements Leaving {

    // Between one try and the next, for two days in all: after that somebody is told.
    private static final List<Duration> DELAYS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(3),
                    Duration.ofHours(12),
                    Duration.ofHours(32));
    // What was given up may still be finished, and is a gift then.
    private static final Duration LATE_RESULT_AWAITED = Duration.ofMinutes(15);

    private final Generations generations;
    private final ProviderDirectory directory;
    private final WorkQueue queue;
    private final LateResults policy;
    private final MoveGeneration moving;

    public EraseAtProvider(
            Generations generations,
            ProviderDirectory directory,
            WorkQueue queue,
            LateResults policy) {
        this.generations = generations;
        this.directory = directory;
        this.queue = queue;
        this.policy = policy;
        this.moving = new MoveGeneration(generations);
    }

    @Override
    public Generation part(Generation ended) {
        ProviderRequest request = ended.state().providerRequest();
        Instant endedAt = ended.state().endedAt();
        return request == null || endedAt == null
                ? ended
                : ended.leaving(remains(request, endedAt, patience(ended)));
    }

    private Remains remains(ProviderRequest request, Instant endedAt, Duration patience) {
        String provider = request.provider();
        Retention retention = directory.retention(provider);
        return retention.erasure() == null
                ? new Remains.Told(
                        retention.receipts(provider, endedAt, Manner.UNDECLARED, endedAt))
                : new ToErase(request, endedAt.plus(patience), 0);
    }

    private Duration patience(Generation ended) {
        boolean awaited =
                policy == LateResults.DELIVER
                        && ended.state() instanceof Failed failed
                        && failed.reason().isGivenUp();
        return awaited ? LATE_RESULT_AWAITED : Duration.ZERO;
    }

    @Override
    public void announce(Generation ended) {
        announce(ended, patience(ended));
    }

    private void announce(Generation ended, Duration delay) {
        if (ended.state().remains() instanceof ToErase) {
            try {
                queue.send(WorkItem.due(ended, WorkItem.Stage.PROVIDER), delay);
            } catch (DependencyFailure _) {
                // The sweep finds it, and the end is an end all the same.
            }
        }
    }

    /** Has erased what came too late and is not wanted. */
    void drop(Generation ended, ProviderRequest request, Claim claim, Instant now) {
        LeftBehind found = new LeftBehind(remains(request, now, Duration.ZERO));
        moving.move(ended, found, claim).ifPresent(after -> announce(after, Duration.ZERO));
    }

    StepOutcome erase(Generation before, ToErase left, Claim claim, Instant now) {
        if (!PollSchedule.isDue(left.dueAt(), now)) {
            return new StepOutcome.Idle("not to be erased yet");
        }
        Duration delay = DELAYS.get(Math.min(left.tries(), DELAYS.size() - 1));
        Optional<Generation> claimed = before.on(new ErasureStarted(now.plus(delay)));
        if (claimed.isEmpty() || !generations.move(before, claimed.get(), claim)) {
            return new StepOutcome.Idle("claimed by another worker");
        }
        Generation generation = claimed.get();
        return switch (ask(left.request())) {
            case ErasureOutcome.Erased _ -> told(generation, left, Manner.ERASED, claim, now);
            case ErasureOutcome.Gone _ -> told(generation, left, Manner.GONE, claim, now);
            case ErasureOutcome.Unanswered _ when left.tries() >= DELAYS.size() ->
                    told(generation, left, Manner.UNANSWERED, claim, now);
            case ErasureOutcome.Unanswered unanswered -> {
                queue.send(
                        WorkItem.due(generation, WorkItem.Stage.PROVIDER),
                        PollSchedule.untilMessage(delay));
                yield new StepOutcome.Unerased(generation, unanswered.detail());
            }
        };
    }

    private ErasureOutcome ask(ProviderRequest request) {
        Provider.Erasure erasure = directory.retention(request.provider()).erasure();
        if (erasure == null) {
            return new ErasureOutcome.Unanswered("this build cannot ask " + request.provider());
        }
        try {
            return erasure.erase(request);
        } catch (DependencyFailure e) {
            return new ErasureOutcome.Unanswered("not asked, for want of " + e.dependency());
        }
    }

    private StepOutcome told(
            Generation generation, ToErase left, Manner manner, Claim claim, Instant now) {
        String provider = left.request().provider();
        Instant endedAt = Optional.ofNullable(generation.state().endedAt()).orElse(now);
        List<Receipt> receipts =
                directory.retention(provider).receipts(provider, endedAt, manner, now);
        return moving.move(generation, new ErasureEnded(receipts), claim)
                .<StepOutcome>map(after -> new StepOutcome.Erased(after, manner))
                .orElseGet(() -> new StepOutcome.Idle("erased by another worker"));
    }
}
