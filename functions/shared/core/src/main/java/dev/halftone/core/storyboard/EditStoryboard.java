package dev.halftone.core.storyboard;

import dev.halftone.core.account.UserId;
import dev.halftone.core.storyboard.Storyboards.EditOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes, moves, adds and removes shots, on top of the version that its writer has seen. */
public final class EditStoryboard {

    private final Storyboards storyboards;

    public EditStoryboard(Storyboards storyboards) {
        this.storyboards = storyboards;
    }

    /**
     * How a shot is to stand.
     *
     * @param number {@code null} for a new one
     */
    public record Wanted(
            @Nullable Integer number, String title, String prompt, @Nullable Integer seconds) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Kept(Storyboard storyboard) implements Outcome {}

        /** Somebody, perhaps in another tab, was faster; nothing changed now. */
        record Overtaken(Storyboard latest) implements Outcome {}

        record Unknown() implements Outcome {}

        record NotReady() implements Outcome {}

        /** There is no shot with this number, or it stands there twice. */
        record UnknownShot(int number) implements Outcome {}
    }

    /**
     * Keeps the shots as they are wanted.
     *
     * @param version that the writer has seen
     * @param shots in the order in which they are to be seen; within the bounds of {@link Shot} and
     *     {@link Edition}
     */
    public Outcome edit(
            UserId owner, StoryboardId id, int version, String title, List<Wanted> shots) {
        Optional<Storyboard> found = storyboards.find(owner, id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Edition seen = found.get().edition();
        if (seen == null) {
            return new Outcome.NotReady();
        }
        if (seen.version() != version) {
            return new Outcome.Overtaken(found.get());
        }
        List<Shot> next = new ArrayList<>();
        int numbered = seen.numbered();
        for (Wanted each : shots) {
            Integer number = each.number();
            if (number == null) {
                number = ++numbered;
            } else if (seen.shot(number).isEmpty() || isAmong(next, number)) {
                return new Outcome.UnknownShot(number);
            }
            next.add(new Shot(number, each.title(), each.prompt(), each.seconds()));
        }
        return switch (storyboards.edit(
                owner, id, new Edition(version + 1, title, next, numbered))) {
            case EditOutcome.Kept kept -> new Outcome.Kept(kept.storyboard());
            case EditOutcome.Overtaken overtaken -> new Outcome.Overtaken(overtaken.latest());
            case EditOutcome.Unknown _ -> new Outcome.Unknown();
        };
    }

    private static boolean isAmong(List<Shot> shots, int number) {
        return shots.stream().anyMatch(shot -> shot.number() == number);
    }
}
