package dev.halftone.core.storyboard;

import dev.halftone.core.IdempotencyKey;
import dev.halftone.core.SigningKey;
import dev.halftone.core.TraceId;
import dev.halftone.core.account.AccountId;
import dev.halftone.core.account.UserId;
import dev.halftone.core.generation.GenerationId;
import dev.halftone.core.generation.SubmitGeneration;
import dev.halftone.core.generation.SubmitOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has a shot made as it stands. The shot knows of it before it is ordered, so that nothing is made
 * that its storyboard cannot find.
 */
public final class OrderShot {

    private final Storyboards storyboards;
    private final SubmitGeneration submitGeneration;
    private final Supplier<SigningKey> key;

    public OrderShot(
            Storyboards storyboards, SubmitGeneration submitGeneration, Supplier<SigningKey> key) {
        this.storyboards = storyboards;
        this.submitGeneration = submitGeneration;
        this.key = key;
    }

    /** A request as it came in. */
    public record Command(
            UserId user,
            AccountId account,
            StoryboardId storyboard,
            int shot,
            IdempotencyKey idempotencyKey,
            String quote,
            TraceId trace) {}

    /** What became of it. */
    public sealed interface Outcome {

        /** As of every generation that somebody asks for. */
        record Submitted(SubmitOutcome outcome) implements Outcome {}

        record UnknownStoryboard() implements Outcome {}

        record UnknownShot() implements Outcome {}

        /** Its plan is not there, or not taken over yet. */
        record NotReady() implements Outcome {}

        /** The storyboard has {@link Storyboards#TAKES_MAX}. */
        record TooManyTakes() implements Outcome {}
    }

    public Outcome order(Command command, Instant now) {
        Optional<Storyboard> found = storyboards.find(command.user(), command.storyboard());
        if (found.isEmpty()) {
            return new Outcome.UnknownStoryboard();
        }
        Edition edition = found.get().edition();
        if (edition == null) {
            return new Outcome.NotReady();
        }
        return edition.shot(command.shot())
                .map(shot -> order(found.get(), shot, command, now))
                .orElseGet(Outcome.UnknownShot::new);
    }

    private Outcome order(Storyboard storyboard, Shot shot, Command command, Instant now) {
        GenerationId id = GenerationId.derive(key.get(), command.user(), command.idempotencyKey());
        List<Take> takes = storyboards.takes(command.user(), storyboard.id());
        boolean noted = takes.stream().anyMatch(take -> take.generation().equals(id));
        if (!noted) {
            if (takes.size() >= Storyboards.TAKES_MAX) {
                return new Outcome.TooManyTakes();
            }
            storyboards.note(command.user(), storyboard.id(), new Take(shot.number(), id, now));
        }
        SubmitOutcome outcome =
                submitGeneration.submit(
                        new SubmitGeneration.Command(
                                command.user(),
                                command.account(),
                                command.idempotencyKey(),
                                storyboard.formOf(shot).asked(),
                                shot.prompt(),
                                command.quote(),
                                command.trace()),
                        now);
        if (!noted && !isMade(outcome)) {
            storyboards.drop(command.user(), storyboard.id(), id);
        }
        return new Outcome.Submitted(outcome);
    }

    private static boolean isMade(SubmitOutcome outcome) {
        return switch (outcome) {
            case SubmitOutcome.Accepted _, SubmitOutcome.Existing _, SubmitOutcome.Gone _ -> true;
            case SubmitOutcome _ -> false;
        };
    }
}
